// SPDX-License-Identifier: MIT
#include "wording/recoverytext.h"

#include "wording/elsewheretext.h"
#include "wording/keychaintext.h"
#include "wording/permissiontext.h"
#include "wording/sessiontext.h"
#include "wording/timetext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTimeZone>

namespace tokenry
{

namespace
{

using Phase = RecoveryState::Phase;
using Outcome = RecoveryState::Outcome;

/// To the second: several tokens of one minute have to be told apart.
QString timeText(const QDateTime &instant, const QDateTime &now)
{
    return secondText(instant.toTimeZone(now.timeZone()));
}

struct RecoveryText
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::RecoveryText)

public:
    [[nodiscard]] static ErrorText found(const Recovery &recovery, RecoveryPlace place);
    [[nodiscard]] static QString choice(const RecoveryState &state);
    [[nodiscard]] static ErrorText several(const RecoveryState &state);
    [[nodiscard]] static ErrorText notAsAsked(const RecoveryState &state);
    [[nodiscard]] static ErrorText notStored(const Recovery &recovery);
    [[nodiscard]] static ErrorText odd(const Recovery &recovery);
    [[nodiscard]] static ErrorText notThere(const RecoveryState &state, RecoveryPlace place);
    [[nodiscard]] static ErrorText notLooked(const Recovery &recovery);
    [[nodiscard]] static ErrorText keychainUnclear(const Recovery &recovery);
    [[nodiscard]] static ErrorText settled(const RecoveryState &state, RecoveryPlace place);
    [[nodiscard]] static ErrorText of(const Recovery &recovery, RecoveryPlace place);
    [[nodiscard]] static QString itemThere(const Recovery &recovery);
    [[nodiscard]] static QString begun(const Recovery &recovery);
    [[nodiscard]] static QString why(UnusableRecord::Why why);
};

QString RecoveryText::itemThere(const Recovery &recovery)
{
    if (!recovery.state().itemThere.value_or(false))
        return {};
    const std::optional<KeychainItem> &item = recovery.entry().item;
    const QString key = item ? item->key : keychainNameFor(recovery.entry().description);
    return u' ' + (recovery.entry().stage == LedgerEntry::Stage::Answered
                       ? tr("Another secret lies in the keychain under %1.")
                       : tr("A secret lies in the keychain under %1: it may be this token's."))
                      .arg(visibleText(key));
}

ErrorText RecoveryText::found(const Recovery &recovery, RecoveryPlace place)
{
    const Token &token = recovery.state().candidates.front();
    if (recovery.entry().stage == LedgerEntry::Stage::Reviewed)
        return {tr("There is a token like the one that was under review."),
                tr("%1. No request for it is noted: the power may have failed right then, the note may come "
                   "from a backup, or somebody else made the token.")
                        .arg(candidateText(recovery, token)) +
                    itemThere(recovery),
                tr("Revoke it only if nobody uses it; or keep it."),
                {}};
    return {tr("The token was created, and its secret did not arrive."),
            tr("%1. It is active; unless somebody else made it, nobody has its secret.")
                    .arg(candidateText(recovery, token)) +
                itemThere(recovery),
            place == RecoveryPlace::Review
                ? tr("Revoke it and create again; keep it only if it may be somebody else's.")
                : tr("Revoke it, then create it again; keep it only if it may be somebody else's."),
            {}};
}

QString RecoveryText::choice(const RecoveryState &state)
{
    return state.canClose()
               ? tr("Choose one to revoke or to keep; ask the others first. If it is none of these, "
                    "none was created.")
               : tr("Choose one to revoke or to keep; ask the others first.");
}

ErrorText RecoveryText::several(const RecoveryState &state)
{
    return {
        tr("The token may have been created: %L1 could be the one.").arg(state.candidates.size()),
        tr("They have this description, these permissions and this expiry, and were created since the click. "
           "Others may have created some of them and be using them."),
        choice(state),
        {}};
}

ErrorText RecoveryText::notAsAsked(const RecoveryState &state)
{
    return {state.candidates.size() == 1
                ? tr("The token may have been created, but not as it was asked for.")
                : tr("The token may have been created, but not as it was asked for: %L1 could be the one.")
                      .arg(state.candidates.size()),
            tr("What was created since the click with this description permits something else or expires at "
               "another time: the server may have changed that, or somebody else created it and uses it."),
            choice(state),
            {}};
}

ErrorText RecoveryText::notStored(const Recovery &recovery)
{
    const QString id = tr("ID %1.").arg(visibleText(recovery.entry().tokenId, longestShown));
    const QString lost = recovery.entry().item
                             ? tr("Tokenry ended before the secret was in the keychain. Unless you "
                                  "copied it, nobody has it.") +
                                   itemThere(recovery)
                             : tr("Its secret was to be shown only. Unless you copied it, nobody has it.");
    return {tr("The token exists, and its secret was never stored."),
            id + u' ' + lost,
            tr("Revoke it, then create it again; or keep it."),
            {}};
}

ErrorText RecoveryText::odd(const Recovery &recovery)
{
    const QString &id = recovery.entry().tokenId;
    const QString what =
        tr("Its secret is in the keychain. It may permit other things than you reviewed, or for longer.");
    return {tr("The token was created, and the server's answer was not what was reviewed."),
            id.isEmpty() ? what : tr("ID %1.").arg(visibleText(id)) + u' ' + what,
            id.isEmpty() ? tr("Look at what it permits in the web console, and revoke it there if you do not "
                              "want that.")
                         : tr("Look at what it permits; revoke it if you do not want that."),
            whatToLookFor(recovery.entry(), {})};
}

ErrorText RecoveryText::notThere(const RecoveryState &state, RecoveryPlace place)
{
    if (!state.isFinal)
        return {tr("No such token is on the cluster so far."),
                tr("It may still appear. Tokenry looks again by itself after half a minute and after five "
                   "minutes."),
                tr("Creating again before may leave two tokens."),
                {}};
    return {tr("No such token is on the cluster: none was created."),
            {},
            place == RecoveryPlace::Review
                ? tr("Close the question to create again.")
                : tr("There is nothing to revoke. Create it again if you need it."),
            {}};
}

ErrorText RecoveryText::notLooked(const Recovery &recovery)
{
    const ErrorText reason =
        textFor(*recovery.state().problem, recovery.session().profile().address, Situation::ReadingTokens);
    return {tr("Whether a token was created cannot be told: the cluster's tokens could not be read."),
            reason.headline + u' ' + tr("The question stays open, also when Tokenry ends."), reason.remedy,
            reason.details};
}

ErrorText RecoveryText::keychainUnclear(const Recovery &recovery)
{
    const KeychainError &error = *recovery.state().keychainError;
    const ErrorText reason = textFor(error, KeychainSituation::BeforeCreating);
    QString remedy = unlockingHelps(error.kind)     ? tr("Unlock the keychain to look.")
                     : tryingAgainHelps(error.kind) ? tr("Look again when it answers.")
                                                    : tr("Look again after the next start.");
    if (recovery.state().canDecide())
        remedy += u' ' + tr("If the keychain is gone for good, revoke the token and create another, or keep "
                            "it.");
    return {tr("The token exists. Whether its secret was stored cannot be told."),
            reason.headline + u' ' + tr("The question stays open, also when Tokenry ends."), remedy,
            reason.details};
}

ErrorText RecoveryText::settled(const RecoveryState &state, RecoveryPlace place)
{
    const QString again = place == RecoveryPlace::Review ? tr("You can create again.") : QString();
    switch (state.outcome) {
    case Outcome::Revoked:
        return {state.decidedIn == Phase::KeychainUnclear
                    ? tr("The token was revoked. A secret that was stored for it is of no use any more.")
                    : tr("The token was revoked. Nothing is left of it."),
                {},
                again,
                {}};
    case Outcome::Gone:
        return {tr("The token is gone already: the server does not know it."), {}, again, {}};
    case Outcome::Kept:
        return {state.decidedIn == Phase::KeychainUnclear
                    ? tr("The token stays on the cluster. Its secret may be in the keychain.")
                : state.decidedIn == Phase::NotStored
                    ? tr("The token stays on the cluster. Unless you copied its secret, nobody has it.")
                    : tr("The token stays on the cluster."),
                {},
                place == RecoveryPlace::Review ? tr("Creating again makes another one.") : QString(),
                {}};
    case Outcome::NotCreated:
        return {tr("The question is closed: no token was created."), {}, again, {}};
    case Outcome::None:
    case Outcome::Stored:
    case Outcome::NeverSent:
        break;
    }
    return {};
}

ErrorText RecoveryText::of(const Recovery &recovery, RecoveryPlace place)
{
    const RecoveryState &state = recovery.state();
    switch (state.phase) {
    case Phase::KeychainUnclear:
        return keychainUnclear(recovery);
    case Phase::Looking:
        return {tr("Looking on the cluster for the token…"), {}, {}, {}};
    case Phase::NotLooked:
        return notLooked(recovery);
    case Phase::NotThere:
        return notThere(state, place);
    case Phase::Found:
        return !state.exact                   ? notAsAsked(state)
               : state.candidates.size() == 1 ? found(recovery, place)
                                              : several(state);
    case Phase::NotStored:
        return notStored(recovery);
    case Phase::Odd:
        return odd(recovery);
    case Phase::Revoking:
        return {tr("Revoking the token…"), {}, {}, {}};
    case Phase::Settled:
        return settled(state, place);
    case Phase::Idle:
    case Phase::CheckingKeychain:
        break;
    }
    return {};
}

QString RecoveryText::begun(const Recovery &recovery)
{
    const LedgerEntry &entry = recovery.entry();
    const QString time = timeText(entry.begunAt(), recovery.session().serverNow());
    return entry.interrupted ? tr("Begun %1; Tokenry was told to quit meanwhile.").arg(time)
                             : tr("Begun %1.").arg(time);
}

QString RecoveryText::why(UnusableRecord::Why why)
{
    switch (why) {
    case UnusableRecord::Why::Damaged:
        return tr("damaged");
    case UnusableRecord::Why::FromNewerVersion:
        return tr("written by a newer Tokenry; left alone");
    case UnusableRecord::Why::NotOurs:
        return tr("belongs to somebody else or can be written by others");
    case UnusableRecord::Why::NotAFile:
        return tr("not a regular file");
    case UnusableRecord::Why::NotReadable:
        return tr("cannot be read");
    }
    return {};
}

} // namespace

ErrorText textFor(const Recovery &recovery, RecoveryPlace place, qsizetype others)
{
    const RecoveryState &state = recovery.state();
    ErrorText text = RecoveryText::of(recovery, place);
    if (text == ErrorText())
        return text;
    if (state.problem && state.canDecide()) {
        const ErrorText failed =
            textFor(*state.problem, recovery.session().profile().address, Situation::Revoking);
        text = {failed.headline, failed.meaning, failed.remedy, failed.details};
    }
    if (place == RecoveryPlace::Window) {
        text.headline = RecoveryText::tr("Unfinished creation “%1”: %2", "a description and a sentence")
                            .arg(visibleText(recovery.entry().description, 80), text.headline);
        QString story = RecoveryText::begun(recovery);
        if (others > 0)
            text.remedy += u' ' + RecoveryText::tr("After this: %L1 more.").arg(others);
        text.meaning = text.meaning.isEmpty() ? story : story + u' ' + text.meaning;
    }
    return text;
}

QString candidateText(const Recovery &recovery, const Token &token)
{
    const QDateTime now = recovery.session().serverNow();
    const QString id = visibleText(token.id, longestShown);
    const QString made = token.createdAt.isValid()
                             ? RecoveryText::tr("Created %1, ID %2").arg(timeText(token.createdAt, now), id)
                             : RecoveryText::tr("Created at an unknown time, ID %1").arg(id);
    if (recovery.state().exact)
        return made;
    const QString unknown =
        token.unknownPermissions.empty() ? QString() : RecoveryText::tr(" More that Tokenry does not know.");
    const QString expiry = token.expiresAt
                               ? RecoveryText::tr("Expires %1.").arg(timeText(*token.expiresAt, now))
                               : RecoveryText::tr("Never expires.");
    return made + QStringLiteral(". ") + summaryText(token.permissions) + unknown + u' ' + expiry;
}

ErrorText ledgerNotWritten(const StorageError &error)
{
    return {RecoveryText::tr("The creation could not be written down first, so it is not sent."),
            RecoveryText::tr(
                "Without this note a token would be lost if the connection or this computer failed right "
                "after the click. Nothing was created."),
            RecoveryText::tr(
                "Make room on the disk, or make the directory writable for you alone; then try again."),
            visibleText(error.file, 1000) + u'\n' + visibleText(error.technical, 1000)};
}

ErrorText unusableRecords(const std::vector<UnusableRecord> &records)
{
    QStringList lines;
    for (const UnusableRecord &record : records)
        lines += visibleText(record.file, 1000) + QStringLiteral(": ") + RecoveryText::why(record.why);
    return {records.size() == 1
                ? RecoveryText::tr("A note about an earlier creation cannot be used.")
                : RecoveryText::tr("%L1 notes about earlier creations cannot be used.").arg(records.size()),
            RecoveryText::tr("Whether those creations were finished is not known."),
            RecoveryText::tr(
                "Look at the cluster's newest tokens: revoke those that nobody has the secret of. The "
                "details name the files. OK renames those that can never be read (….set-aside)."),
            lines.join(u'\n')};
}

} // namespace tokenry
