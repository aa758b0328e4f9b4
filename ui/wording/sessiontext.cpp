// SPDX-License-Identifier: MIT
#include "wording/sessiontext.h"

#include "journeys/readretry.h"
#include "wording/keychaintext.h"
#include "wording/managementtokentext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QLocale>

namespace tokenry
{

namespace
{

struct SessionText
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::SessionText)

public:
    static QString databases(qsizetype count)
    {
        return count == 1 ? tr("1 database") : tr("%1 databases").arg(QLocale().toString(qlonglong(count)));
    }

    static QString tokens(qsizetype count)
    {
        return count == 1 ? tr("1 token") : tr("%1 tokens").arg(QLocale().toString(qlonglong(count)));
    }

    static QString activeTokens(qsizetype count)
    {
        return count == 1 ? tr("1 active token")
                          : tr("%1 active tokens").arg(QLocale().toString(qlonglong(count)));
    }

    static QString counts(const ConnectionTest::Found &found)
    {
        QString text = databases(found.databases);
        if (found.tokens)
            text += tr(", %1", "after a number of databases").arg(tokens(*found.tokens));
        return text;
    }

    /// Empty where they were read.
    static QString tokensClosed(const ConnectionTest::Found &found)
    {
        if (found.tokens)
            return {};
        using Kind = ApiError::Kind;
        if (!found.tokensError || found.tokensError->kind == Kind::Forbidden ||
            found.tokensError->kind == Kind::Unauthorized)
            return tr("The list of tokens is not open to this management token.");
        return tr("The list of tokens could not be read.") + u' ' +
               tokenry::textFor(*found.tokensError, Situation::Testing).headline;
    }

    static QString span(qint64 seconds)
    {
        return seconds < 120 ? tr("%1 s").arg(seconds) : tr("%1 min").arg(seconds / 60);
    }

    /// Beyond this, "expires in a week" and "created now" are noticeably off.
    static bool isOff(qint64 skew)
    {
        constexpr qint64 tolerable = 60;
        return std::abs(skew) > tolerable;
    }

    static ErrorText clockIsOff(qint64 skew)
    {
        return {skew > 0 ? tr("This computer's clock is %1 ahead of the server's.").arg(span(skew))
                         : tr("This computer's clock is %1 behind the server's.").arg(span(-skew)),
                tr("The server's clock decides when a token expires, so its time is used here."),
                tr("Set this computer's clock."),
                {}};
    }

    static ErrorText tokensNotRead(const ClusterSession::State &state)
    {
        const ErrorText reason = tokenry::textFor(*state.tokensProblem, Situation::ReadingTokens);
        return {tr("The list of tokens could not be read.") + u' ' + reason.headline,
                state.access
                    ? tr("Who else has access is shown as it was read before. Tokens can be created.")
                    : tr("Who else has access is not known. Tokens can be created all the same."),
                tr("Reload to read it again."), reason.details};
    }

    static ErrorText notFoundOnClustered(ErrorText text, const ClusterAddress &address)
    {
        text.headline = tr("The server does not know this address.");
        text.remedy =
            address.accountId.isEmpty()
                ? tr("InfluxDB Clustered has this interface since release 20250508. If yours is newer, edit "
                     "the profile and tick “Placeholder IDs in the path”: some servers want them.")
                : tr("Edit the profile and try without “Placeholder IDs in the path”: most servers do not "
                     "want them.");
        return text;
    }

    static QString happened(DemoCluster::Failure failure)
    {
        switch (failure) {
        case DemoCluster::Failure::NotFound:
            return tr("The demo cluster is not installed.");
        case DemoCluster::Failure::NotStarted:
            return tr("The demo cluster did not start.");
        case DemoCluster::Failure::Ended:
            return tr("The demo cluster has ended.");
        case DemoCluster::Failure::NoAnswer:
            return tr("The demo cluster started and did not answer.");
        }
        return {};
    }
};

ErrorText textFor(const CredentialError &error, const ClusterAddress &address)
{
    if (const auto *const keychain = std::get_if<KeychainError>(&error))
        return managementTokenNotRead(*keychain);
    return std::get<CredentialFault>(error) == CredentialFault::NoToken
               ? managementTokenNotThere(address)
               : managementTokenNotYetAllowed(address);
}

/// Review has neither the profile nor the list at hand; the question about the origin stays as it is.
void sayForCreating(ErrorText &text, const CredentialError &error)
{
    const QString nothing = SessionText::tr("Nothing was sent, so no token was created. Your draft is kept.");
    const auto *const fault = std::get_if<CredentialFault>(&error);
    if (fault && *fault == CredentialFault::OriginNotTrusted) {
        text.meaning += u' ' + nothing;
        return;
    }
    text.meaning = nothing;
    if (fault)
        text.remedy =
            SessionText::tr("Go back and edit the profile to paste one; or have an administrator put "
                            "it into the keychain, then create again.");
    else if (!unlockingHelps(std::get<KeychainError>(error).kind))
        text.remedy = SessionText::tr("Create again; or go back and edit the profile to give the token for "
                                      "this session only.");
}

/// In the profile dialog itself: nothing else needs to be opened to give a token.
void sayForTesting(ErrorText &text, const CredentialError &error)
{
    if (const auto *const keychain = std::get_if<KeychainError>(&error)) {
        using Kind = KeychainError::Kind;
        if (keychain->kind == Kind::NoCollection)
            text.remedy =
                SessionText::tr("Make one; the keychain will ask for a password for it. Or paste the "
                                "token here.");
        else if (keychain->kind == Kind::NotAnswering)
            text.remedy = SessionText::tr("It may be asking for a password in another window. Answer there, "
                                          "then test again; or paste the token here.");
        else if (!unlockingHelps(keychain->kind))
            text.remedy = SessionText::tr("Paste the token here; it can be kept for this session only.");
    } else if (std::get<CredentialFault>(error) == CredentialFault::NoToken) {
        text.remedy = SessionText::tr("Paste one here. An administrator makes it: the command is in the "
                                      "details.");
    }
}

/// The profile cannot be edited behind the dialog that offers to revoke.
void sayForRevoking(ErrorText &text, const CredentialError &error)
{
    const QString nothing =
        SessionText::tr("Nothing was sent, so the token was not revoked: it is still valid.");
    const auto *const fault = std::get_if<CredentialFault>(&error);
    if (fault && *fault == CredentialFault::OriginNotTrusted) {
        text.meaning += u' ' + nothing;
        return;
    }
    text.meaning = nothing;
    if (fault)
        text.remedy = withoutManagementToken();
    else if (std::get<KeychainError>(error).kind == KeychainError::Kind::NoCollection)
        text.remedy = SessionText::tr("Make one; the keychain will ask for a password for it.") + u' ' +
                      withoutManagementToken();
    else if (!unlockingHelps(std::get<KeychainError>(error).kind))
        text.remedy =
            SessionText::tr("Revoke it again when the keychain answers.") + u' ' + withoutManagementToken();
}

} // namespace

ErrorText textFor(const ClusterSession::Problem &problem, const ClusterAddress &address, Situation situation)
{
    if (const auto *const api = std::get_if<ApiError>(&problem)) {
        ErrorText text = textFor(*api, situation);
        if (address.product == Product::Clustered && api->kind == ApiError::Kind::NotFound)
            text = SessionText::notFoundOnClustered(std::move(text), address);
        return text;
    }
    const auto &credential = std::get<CredentialError>(problem);
    ErrorText text = textFor(credential, address);
    if (situation == Situation::Creating)
        sayForCreating(text, credential);
    else if (situation == Situation::Testing)
        sayForTesting(text, credential);
    else if (situation == Situation::Revoking)
        sayForRevoking(text, credential);
    return text;
}

QString retryText(int seconds, int number)
{
    return SessionText::tr("Trying again by itself in %1 s (%2 of %3).")
        .arg(seconds)
        .arg(number)
        .arg(mostRetries);
}

QString readingAgainText()
{
    return SessionText::tr("Trying again…");
}

QString countsText(const ClusterSession::State &state, const QDateTime &now)
{
    if (!state.readAt.isValid())
        return {};
    const QString time = timeOfReading(state.readAt, now);
    const QString read = state.problem || state.loading ? SessionText::tr("as of %1").arg(time)
                                                        : SessionText::tr("read %1").arg(time);
    return SessionText::tr("%1, %2", "221 databases, read 14:03").arg(countsInShort(state), read);
}

QString countsInShort(const ClusterSession::State &state)
{
    const QString databases = SessionText::databases(state.databases->size());
    return state.access ? SessionText::tr("%1, %2", "221 databases, 757 active tokens")
                              .arg(databases, SessionText::activeTokens(state.access->size()))
                        : databases;
}

ErrorText cautionAbout(const ClusterSession &session)
{
    if (SessionText::isOff(session.clockSkew()))
        return SessionText::clockIsOff(session.clockSkew());
    if (session.state().tokensProblem)
        return SessionText::tokensNotRead(session.state());
    const qsizetype unreadable = session.state().unreadableDatabases;
    if (unreadable > 0)
        return {SessionText::tr("Some databases are left out: %1 of the server's entries could not be read.")
                    .arg(unreadable),
                SessionText::tr(
                    "They have no name that a permission could bear. “Read all databases” and “Write all "
                    "databases” include them."),
                {},
                {}};
    return {};
}

QString timeOfReading(const QDateTime &readAt, const QDateTime &now)
{
    return readAt.toString(readAt.date() == now.date() ? QStringLiteral("HH:mm")
                                                       : QStringLiteral("yyyy-MM-dd HH:mm"));
}

bool isOdd(const ConnectionTest::Found &found)
{
    return SessionText::isOff(found.clockSkew) || !found.tokens;
}

ErrorText foundText(const ConnectionTest::Found &found)
{
    const QString works = SessionText::tr("The connection works.");
    const QString tokensClosed = SessionText::tokensClosed(found);
    if (!SessionText::isOff(found.clockSkew)) {
        const QString counts = textFor(found) + u'.';
        return {found.tokens ? works : tokensClosed, found.tokens ? counts : works + u' ' + counts, {}, {}};
    }
    ErrorText text = SessionText::clockIsOff(found.clockSkew);
    text.remedy += u' ' + works + u' ' + SessionText::counts(found) + u'.';
    if (!found.tokens)
        text.remedy += u' ' + tokensClosed;
    return text;
}

QString textFor(const ConnectionTest::Found &found)
{
    QString text = SessionText::counts(found);
    const qint64 apart = std::abs(found.clockSkew);
    if (apart == 0)
        text += SessionText::tr("; clocks agree");
    else
        text += SessionText::tr("; clock %1 apart").arg(SessionText::span(apart));
    return text;
}

ErrorText textFor(DemoCluster::Failure failure, const QString &technical)
{
    return {SessionText::happened(failure), SessionText::tr("Your own profiles are not affected."),
            failure == DemoCluster::Failure::NotFound
                ? SessionText::tr("The program tokenry-demo-cluster must lie beside Tokenry and is missing: "
                                  "install the whole of Tokenry.")
                : SessionText::tr("Try again; the details say what the system reported."),
            visibleText(technical, 1000)};
}

} // namespace tokenry
