// SPDX-License-Identifier: MIT
#include "wording/issuancetext.h"

#include "journeys/issuance.h"
#include "wording/keychaintext.h"
#include "wording/profiletext.h"
#include "wording/timetext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace tokenry
{

namespace
{

struct IssuanceText
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::IssuanceText)

public:
    static QString scope(const PermissionSet &permissions, Action action)
    {
        if (permissions.permitsAllDatabases(action))
            return tr("every database");
        const qsizetype count = permissions.databases(action).size();
        return count == 1 ? tr("1 database") : tr("%L1 databases").arg(count);
    }

    static QString soughtHeading(const RecoveryState &state)
    {
        // After a look that failed it may be gone.
        if (state.candidates.size() == 1 && state.exact && state.phase != RecoveryState::Phase::NotLooked)
            return tr("Review – the token is created, and its secret is lost");
        if (state.phase == RecoveryState::Phase::NotThere && state.isFinal)
            return tr("Review – no token was created");
        return tr("Review – a token may exist");
    }

    static bool any(const PermissionSet &permissions, Action action)
    {
        return permissions.permitsAllDatabases(action) || !permissions.databases(action).isEmpty();
    }
};

} // namespace

QString reviewHeading(const Issuance &issuance)
{
    using Phase = IssuanceState::Phase;
    const IssuanceState &state = issuance.state();
    switch (state.phase) {
    case Phase::Reviewing:
    case Phase::Checking:
    case Phase::NotCreated:
        return issuance.recovery() && issuance.recovery()->state().outcome == RecoveryState::Outcome::Kept
                   ? IssuanceText::tr("Review – an earlier token stays")
                   : IssuanceText::tr("Review – nothing is created yet");
    case Phase::Creating:
        return IssuanceText::tr("Review – the request is on its way");
    case Phase::Unclear:
        return issuance.recovery() ? IssuanceText::soughtHeading(issuance.recovery()->state())
                                   : IssuanceText::tr("Review – a token may exist");
    case Phase::Issued:
    case Phase::Revoking:
    case Phase::Finished:
        break;
    }
    return state.custody == IssuanceState::Custody::Revoked
               ? IssuanceText::tr("Review – the token was created and is revoked")
               : IssuanceText::tr("Review – the token is created");
}

QString creationText(const Issuance &issuance)
{
    const Profile &profile = issuance.profile();
    const QString text =
        issuance.state().custody == IssuanceState::Custody::None
            ? IssuanceText::tr("Creates 1 token on %1 (%2)", "a profile and its environment")
            : IssuanceText::tr("Created 1 token on %1 (%2)", "a profile and its environment");
    return text.arg(visibleText(profile.name), environmentWord(profile));
}

QString waitingText(qint64 milliseconds)
{
    return IssuanceText::tr("Creating… %1 s. A token may already exist.")
        .arg(std::max<qint64>(0, milliseconds) / 1000);
}

QString permissionsText(const PermissionSet &permissions)
{
    const bool writes = IssuanceText::any(permissions, Action::Write);
    const bool reads = IssuanceText::any(permissions, Action::Read);
    const QString written = IssuanceText::scope(permissions, Action::Write);
    const QString read = IssuanceText::scope(permissions, Action::Read);
    if (writes && reads)
        return IssuanceText::tr("Writes %1, reads %2").arg(written, read);
    if (writes)
        return IssuanceText::tr("Writes %1, reads none").arg(written);
    if (reads)
        return IssuanceText::tr("Reads %1, writes none").arg(read);
    return IssuanceText::tr("No access to any database");
}

QString allDatabasesText(const std::optional<qsizetype> &today)
{
    if (!today)
        return IssuanceText::tr("every database, also any added later");
    return IssuanceText::tr("every database, %L1 today and any added later").arg(*today);
}

QString lifetimeText(const Expiry &expiry, const QDateTime &now)
{
    if (expiry.isNever())
        return IssuanceText::tr("Never expires");
    const QDateTime end = expiry.instant().toTimeZone(now.timeZone());
    //: %1 is a point in time, %2 such as "in 92 days"
    return IssuanceText::tr("Until %1 (%2)").arg(instantText(end), daysAheadText(end, now));
}

QString keychainNameFault(const QString &name)
{
    if (name.isEmpty())
        return IssuanceText::tr("A name is needed.");
    if (name.endsWith(QLatin1String("_next")) || name.endsWith(QLatin1String("_prev")))
        return IssuanceText::tr("Names that end in _next or _prev are kept for rotation.");
    if (!isKeychainName(name))
        return IssuanceText::tr("Only A–Z, a–z, 0–9 and _, at most 64: what Telegraf can refer to.");
    return {};
}

QString keychainNameFault(const IssuanceState &state)
{
    const QString fault = keychainNameFault(state.keychainName);
    if (fault.isEmpty() && state.nameTaken.value_or(false))
        return IssuanceText::tr("Another secret is stored under this name; it stays untouched.");
    return fault;
}

ErrorText expiryPassedText()
{
    return {
        IssuanceText::tr("The expiry has passed meanwhile."),
        IssuanceText::tr("Nothing was created: the token would have expired at once. Your draft is kept."),
        IssuanceText::tr("Go back and choose a later expiry."),
        {}};
}

ErrorText keychainChangedText()
{
    return {IssuanceText::tr("Nothing was sent: the keychain is not the one that was tried."),
            IssuanceText::tr("Since Review opened it was restarted, or leads elsewhere, so it is being tried "
                             "anew. Nothing was created; your draft is kept."),
            IssuanceText::tr("As soon as it is proven, create the token by another click."),
            {}};
}

ErrorText cannotCloseText(const IssuanceState &state)
{
    using Custody = IssuanceState::Custody;
    if (state.phase == IssuanceState::Phase::Revoking)
        return {IssuanceText::tr("The token is being revoked."),
                {},
                IssuanceText::tr("Wait for the answer."),
                {}};
    if (state.custody == Custody::Storing)
        return {
            IssuanceText::tr("The secret is being stored."),
            IssuanceText::tr("This window holds the only copy until it has been read back."),
            IssuanceText::tr("Wait for it; the keychain may be asking for a password in another window. The "
                             "secret can be copied meanwhile."),
            {}};
    const bool canSave = state.custody == Custody::NotStored && state.keychainError &&
                         tryingAgainHelps(state.keychainError->kind);
    return {IssuanceText::tr("This window holds the only copy of the secret."),
            IssuanceText::tr("It cannot be shown again once the window is closed."),
            canSave
                ? IssuanceText::tr("Save it; or copy it and tick that it is somewhere safe; or discard it.")
                : IssuanceText::tr("Copy it and tick that it is somewhere safe; or discard it."),
            {}};
}

} // namespace tokenry
