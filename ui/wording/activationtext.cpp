// SPDX-License-Identifier: MIT
#include "wording/activationtext.h"

#include "wording/apierrordetails.h"
#include "wording/apierrortext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace tokenry
{

namespace
{

using Phase = ActivationState::Phase;
using Why = ActivationState::Why;
using Part = ActivationState::Part;
using Kind = ProbeError::Kind;

constexpr qsizetype longestName = 80;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::ActivationText)

public:
    static QString host(const ActivationWatch &watch)
    {
        return visibleText(watch.subject().profile.address.clusterHost(), longestName);
    }

    static QString waited(const ActivationWatch &watch)
    {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(watch.elapsed()).count();
        return seconds < 120 ? tr("%1 s").arg(seconds) : tr("%1 min").arg(seconds / 60);
    }

    static QString name(const ActivationWatch &watch)
    {
        return visibleText(watch.subject().description, longestName);
    }

    static QString cluster(const ActivationWatch &watch)
    {
        return visibleText(watch.subject().profile.name, longestName);
    }

    static QString right(Action action, const QString &database)
    {
        const QString named = visibleText(database, longestName);
        return action == Action::Read ? tr("read “%1”").arg(named) : tr("write “%1”").arg(named);
    }

    /// "read “billing” and write “billing_events”"
    static QString rights(const ActivationState &state, bool accepted)
    {
        QStringList found;
        for (const Part &part : state.parts) {
            if (part.accepted == accepted)
                found << right(part.action, part.database);
        }
        return found.join(tr(" and "));
    }

    static QString untried(const ActivationState &state)
    {
        if (state.untried.empty() || state.parts.empty())
            return {};
        return state.untried.front() == Action::Read
                   ? tr("Reading was not tried: none of its databases is on the cluster.")
                   : tr("Writing was not tried: none of its databases is on the cluster.");
    }

    /// What the last try met, where that was not a plain refusal.
    static QString met(const ProbeError &error)
    {
        if (error.cause.kind == ApiError::Kind::NotFound)
            return tr("The server does not know this path or database.");
        return textFor(error.cause, Situation::Reading).headline;
    }

    static ErrorText pending(const ActivationWatch &watch);
    static ErrorText gaveUp(const ActivationWatch &watch);
    static ErrorText unverifiable(Why why);
    static QString reachingRemedy(const ProbeError &error);
};

ErrorText Words::pending(const ActivationWatch &watch)
{
    const ActivationState &state = watch.state();
    const ProbeError *const trouble = state.trouble();
    if (!trouble)
        return {tr("Asking %1 whether the token is accepted…").arg(host(watch)), {}, {}, {}};
    ErrorText text;
    switch (trouble->kind) {
    case Kind::Unreachable:
        text.headline = tr("%1 cannot be reached, %2. Trying again; you may close.", "a host and a time")
                            .arg(host(watch), waited(watch));
        text.meaning = met(*trouble) + u' ' + tr("It says nothing about the token.");
        break;
    case Kind::Inconclusive:
        text.headline = tr("No clear answer yet, %1. Trying again; you may close.").arg(waited(watch));
        text.meaning = met(*trouble);
        break;
    default:
        text.headline =
            tr("Not accepted yet, %1 (normal: seconds to minutes). You may close.").arg(waited(watch));
    }
    if (state.isPartlyAccepted())
        text.meaning =
            tr("It may %1 by now, and not yet %2.").arg(rights(state, true), rights(state, false)) +
            (text.meaning.isEmpty() ? QString() : u' ' + text.meaning);
    return text;
}

QString Words::reachingRemedy(const ProbeError &error)
{
    switch (error.cause.kind) {
    case ApiError::Kind::TlsFailed:
        return tr(
            "Check the profile's cluster URL and its port. Nothing is sent without a secure connection.");
    case ApiError::Kind::CertificateForAnother:
        return tr("Check the profile's cluster URL. A network that wants a sign-in first also answers like "
                  "this: open any page in a browser.");
    case ApiError::Kind::CertificateSelfSigned:
    case ApiError::Kind::AuthorityUnknown:
    case ApiError::Kind::CertificateExpired:
    case ApiError::Kind::CertificateNotYetValid:
    case ApiError::Kind::LookupTimedOut:
    case ApiError::Kind::NetworkUnreachable:
    case ApiError::Kind::ProxyFailed:
    case ApiError::Kind::ProxyWantsPassword:
        // The same whichever URL was meant.
        return textFor(error.cause, Situation::Reading).remedy;
    case ApiError::Kind::AuthorityUnusable:
        return tr("Put the file right, or name another one in the profile. Nothing was sent.");
    default:
        return tr("Check the profile's cluster URL, the network, and whether a firewall or VPN is in the "
                  "way.");
    }
}

ErrorText Words::gaveUp(const ActivationWatch &watch)
{
    const ActivationState &state = watch.state();
    const ProbeError &trouble = *state.trouble();
    ErrorText text;
    switch (trouble.kind) {
    case Kind::Unreachable:
        text.headline =
            tr("%1 could not be reached for %2.", "a host and a time").arg(host(watch), waited(watch));
        text.meaning = met(trouble) + u' ' + tr("Whether the token is accepted is not known.");
        text.remedy = reachingRemedy(trouble);
        break;
    case Kind::Inconclusive:
        text.headline = tr("No clear answer for %1.").arg(waited(watch));
        text.meaning = met(trouble) + u' ' + tr("Whether the token is accepted is not known.");
        text.remedy =
            trouble.cause.retryAfter
                ? tr("Check again in %1 s, as the server asks.").arg(trouble.cause.retryAfter->count())
                : tr("Check again later, or check the profile's cluster URL: another server, a "
                     "proxy or a sign-in page may be answering in its place.");
        break;
    default:
        text.headline = tr("Still refused after %1.").arg(waited(watch));
        text.meaning = tr("The answer does not tell a token that is not active yet from one that may not %1.")
                           .arg(rights(state, false));
        text.remedy = tr("Wait and check again. If it stays so, check that %1 belongs to this cluster.")
                          .arg(host(watch));
    }
    if (state.isPartlyAccepted())
        text.meaning = tr("It may %1.").arg(rights(state, true)) + u' ' + text.meaning;
    text.details = detailsOf(trouble.cause);
    return text;
}

ErrorText Words::unverifiable(Why why)
{
    switch (why) {
    case Why::NoPermissions:
        return {tr("Cannot be verified: the token has no permissions."),
                tr("Every cluster refuses it, active or not."),
                {},
                {}};
    case Why::NothingToTry:
        return {tr("Cannot be verified: none of its databases is on the cluster."), {}, {}, {}};
    case Why::NoClusterUrl:
        return {tr("Cannot be verified: the profile has no cluster URL."),
                tr("New tokens are accepted after seconds to minutes."),
                tr("With a cluster URL in the profile, Tokenry tries the next one by itself."),
                {}};
    case Why::ClusterUrlUnusable:
        return {tr("Cannot be verified: the profile's cluster URL may not be used."),
                {},
                tr("It must begin with https://; http is for this computer only."),
                {}};
    case Why::SecretUnsendable:
        return {tr("Cannot be verified: the secret has characters that no request can carry."), {}, {}, {}};
    }
    return {};
}

} // namespace

QString activationTarget(const ActivationWatch &watch)
{
    const ClusterAddress &address = watch.subject().profile.address;
    const QString origin = visibleText(address.clusterOrigin());
    return address.authority.file.isEmpty()
               ? origin
               : Words::tr("%1, vouched for by %2", "an origin and a CA file")
                     .arg(origin, visibleText(address.authority.file, longestName));
}

ErrorText activationText(const ActivationWatch &watch)
{
    const ActivationState &state = watch.state();
    switch (state.phase) {
    case Phase::Unverifiable:
        return Words::unverifiable(state.why);
    case Phase::Asking:
        return {Words::tr("Send the token just created to %1 to see whether it works?")
                    .arg(activationTarget(watch)),
                Words::tr("Tokenry asks once for each address. This is optional."),
                {},
                {}};
    case Phase::Active:
        return {
            Words::tr("Accepted after %1: it may %2.").arg(Words::waited(watch), Words::rights(state, true)),
            Words::untried(state),
            {},
            {}};
    case Phase::GaveUp:
        return Words::gaveUp(watch);
    case Phase::Cancelled:
        return {Words::tr("Not checked any further. New tokens are accepted after seconds to minutes."),
                {},
                {},
                {}};
    default:
        return Words::pending(watch);
    }
}

QString activatingText(qsizetype count)
{
    //: tokens that are not accepted by their clusters yet
    return count == 1 ? Words::tr("1 activating") : Words::tr("%1 activating").arg(count);
}

QString activatingLine(const ActivationWatch &watch)
{
    const ProbeError *const trouble = watch.state().trouble();
    const QString line =
        trouble && trouble->kind == Kind::Unreachable    ? Words::tr("“%1” on %2: cannot be reached, %3")
        : trouble && trouble->kind == Kind::Inconclusive ? Words::tr("“%1” on %2: no clear answer yet, %3")
                                                         : Words::tr("“%1” on %2: not accepted yet, %3");
    return line.arg(Words::name(watch), Words::cluster(watch), Words::waited(watch));
}

ErrorText activationEndedText(const ActivationWatch &watch)
{
    if (watch.state().phase == Phase::Active)
        return {Words::tr("“%1” is active.", "a token").arg(Words::name(watch)),
                Words::tr("%1 accepted it after %2: it may %3.", "a cluster, a time, rights")
                    .arg(Words::cluster(watch), Words::waited(watch), Words::rights(watch.state(), true)),
                Words::untried(watch.state()),
                {}};
    ErrorText text = activationText(watch);
    text.headline = Words::tr("“%1” on %2: %3", "a token, a cluster, what happened")
                        .arg(Words::name(watch), Words::cluster(watch), text.headline);
    return text;
}

ErrorText allActiveText(const Activations::Watches &watches)
{
    if (watches.size() == 1)
        return activationEndedText(*watches.front());
    constexpr qsizetype mostNamed = 5;
    QStringList names;
    for (const auto &watch : watches)
        names << Words::tr("“%1” on %2").arg(Words::name(*watch), Words::cluster(*watch));
    if (names.size() > mostNamed) {
        const qsizetype more = names.size() - mostNamed + 1;
        names = names.first(mostNamed - 1) << Words::tr("%1 more").arg(more);
    }
    return {Words::tr("%1 tokens are active.").arg(watches.size()),
            names.join(QStringLiteral(", ")) + u'.',
            {},
            {}};
}

} // namespace tokenry
