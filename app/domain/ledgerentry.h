// SPDX-License-Identifier: MIT
#pragma once

#include "domain/expiry.h"
#include "domain/keychainitem.h"
#include "domain/permissionset.h"
#include "domain/profile.h"
#include "domain/token.h"

#include <QByteArray>
#include <QSet>

#include <chrono>
#include <optional>
#include <variant>

namespace tokenry
{

/// What is known of one creation, from Review to the secret's rest. No secret. It is enough to find the token
/// again.
struct LedgerEntry
{
    enum class Stage {
        Reviewed, // nothing was sent
        Sending,  // the request left, or was about to
        Answered, // the token exists and its secret was in hand
        Stored,   // the secret was written to the keychain and read back
        Settled,  // nothing is open any more, see outcome
    };

    enum class Outcome {
        Revoked,
        Gone,       // the server does not know it any more
        Kept,       // the token stays although its secret is lost
        NotCreated, // looked for and not there
        Shown,      // the person put the secret somewhere safe
        Discarded,  // the person gave the secret up
    };

    /// Names the record; also its file.
    QString id;
    /// Of the computer and the start of it in which the creation was reviewed.
    QString host;
    QString boot;
    /// The computer's own ID, which outlives a change of its name; empty where there is none.
    QString machine;

    QString profileSlug;
    QString profileName;
    QString accountId;
    QString clusterId;
    /// ClusterAddress::managementOrigin()
    QString origin;
    QString description;
    PermissionSet permissions;
    Expiry expiry;
    /// By the server's clock, in UTC.
    QDateTime reviewedAt;
    /// IDs of tokens that had the same description before; not there where the list was not known.
    std::optional<QStringList> knownBefore;

    Stage stage = Stage::Reviewed;
    /// The click, by the server's clock, in UTC; not valid before it.
    QDateTime clickedAt;
    /// The same by this computer's clock; not valid in notes of older versions, which did not know better.
    QDateTime clickedLocally;
    /// Where the secret was to go; not there for "show only".
    std::optional<KeychainItem> item;
    /// Empty until answered, and where the answer did not tell.
    QString tokenId;
    /// fingerprintOf() the secret; empty until answered.
    QByteArray fingerprint;
    /// The answer was not what was reviewed, and the person may not have read it yet.
    bool odd = false;
    std::optional<Outcome> outcome;
    /// Tokenry was asked to end meanwhile.
    bool interrupted = false;

    /// The click, or else the review; by the server's clock, in UTC.
    [[nodiscard]] const QDateTime &begunAt() const { return clickedAt.isValid() ? clickedAt : reviewedAt; }
    [[nodiscard]] bool isOpen() const { return stage < Stage::Stored || (stage == Stage::Stored && odd); }
    friend bool operator==(const LedgerEntry &, const LedgerEntry &) = default;
};

// What happens to an entry, in the order of the story.
namespace ledger
{
struct Sending
{
    QDateTime at;
    std::optional<KeychainItem> item;
    std::optional<QStringList> knownBefore;
    /// By this computer's clock.
    QDateTime locally = {};
};
/// The server refused for certain, or it is certain that nothing was sent: as reviewed again.
struct Refused
{
};
struct Answered
{
    QString tokenId;
    QByteArray fingerprint;
    /// Where the token is; empty: where it was to be.
    QString accountId = {};
    QString clusterId = {};
    /// It is not what was reviewed.
    bool odd = false;
};
/// The person has read that the answer is odd.
struct OddRead
{
};
/// The secret is about to be written there, which is not where it was to go at first.
struct Storing
{
    KeychainItem item;
};
struct Stored
{
};
struct Settled
{
    LedgerEntry::Outcome outcome;
    /// The token concerned, as far as it was found out.
    QString tokenId;
};
struct Interrupted
{
};
using Step = std::variant<Sending, Refused, Answered, OddRead, Storing, Stored, Settled, Interrupted>;
} // namespace ledger

/// The entry after the step.
[[nodiscard]] LedgerEntry after(LedgerEntry entry, const ledger::Step &step);

/// What the person says who looked for the token without Tokenry.
enum class Finding { NotThere, Revoked, Stays };
/// What that makes of the entry's creation.
[[nodiscard]] LedgerEntry::Outcome outcomeOf(Finding finding, const LedgerEntry &entry);

/// The cluster, as far as the entry knows it. Its product is told by the origin: only InfluxDB Clustered is
/// managed at a host of its own.
[[nodiscard]] ClusterAddress addressOf(const LedgerEntry &entry);
/// Whether the entry's token belongs to the cluster at the address.
[[nodiscard]] bool isOf(const LedgerEntry &entry, const ClusterAddress &address);

/// How long after the click a token may still turn up among the cluster's.
inline constexpr std::chrono::minutes appearsWithin{5};
/// When something happened, by the server's clock: not before, not after.
struct TimeSpan
{
    QDateTime earliest;
    QDateTime latest;
};

/// The click, or the review where that is all there is. What was noted as the server's time was this
/// computer's if the server's was not known, or wrong if somebody set the clock in between. \a ahead: by how
/// many seconds this computer's clock is ahead of the server's now.
[[nodiscard]] TimeSpan clickOf(const LedgerEntry &entry, qint64 ahead);

/// Whether the entry's token may still turn up; its own answer says that it did. \a now by the server's
/// clock.
[[nodiscard]] bool mayStillAppear(const LedgerEntry &entry, const TimeSpan &click, const QDateTime &now);

/// The tokens of the list that the creation may have made: active, with its description, permissions and
/// expiry, not known before, in no other entry (\a claimed), and created in \a span (from the click until
/// now), give or take five seconds. A token without a time of creation counts where the tokens from before
/// are known. Similar: with the description alone, as of a server that changes or ignores the rest.
enum class Likeness { Exact, Similar };
[[nodiscard]] std::vector<Token> candidatesFor(const LedgerEntry &entry, const std::vector<Token> &tokens,
                                               const TimeSpan &span, const QSet<QString> &claimed,
                                               Likeness likeness = Likeness::Exact);

} // namespace tokenry
