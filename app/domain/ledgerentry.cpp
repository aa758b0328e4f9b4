// SPDX-License-Identifier: MIT
#include "domain/ledgerentry.h"

#include <algorithm>

namespace tokenry
{

namespace
{

using Stage = LedgerEntry::Stage;

/// Date has whole seconds, and clocks of one cluster's machines differ a little.
constexpr qint64 slackSeconds = 5;

void take(LedgerEntry &entry, const ledger::Sending &step)
{
    entry.stage = Stage::Sending;
    entry.clickedAt = step.at;
    entry.clickedLocally = step.locally;
    entry.item = step.item;
    entry.knownBefore = step.knownBefore;
}

void take(LedgerEntry &entry, const ledger::Refused &)
{
    entry.stage = Stage::Reviewed;
}

void take(LedgerEntry &entry, const ledger::Answered &step)
{
    entry.stage = Stage::Answered;
    entry.tokenId = step.tokenId;
    entry.fingerprint = step.fingerprint;
    if (!step.accountId.isEmpty())
        entry.accountId = step.accountId;
    if (!step.clusterId.isEmpty())
        entry.clusterId = step.clusterId;
    entry.odd = step.odd;
}

void take(LedgerEntry &entry, const ledger::OddRead &)
{
    entry.odd = false;
}

void take(LedgerEntry &entry, const ledger::Storing &step)
{
    entry.item = step.item;
}

void take(LedgerEntry &entry, const ledger::Stored &)
{
    entry.stage = Stage::Stored;
}

void take(LedgerEntry &entry, const ledger::Settled &step)
{
    entry.stage = Stage::Settled;
    entry.outcome = step.outcome;
    if (!step.tokenId.isEmpty())
        entry.tokenId = step.tokenId;
}

void take(LedgerEntry &entry, const ledger::Interrupted &)
{
    entry.interrupted = true;
}

bool expiresAsAsked(const Expiry &asked, const Token &token)
{
    if (asked.isNever() || !token.expiresAt)
        return asked.isNever() && !token.expiresAt;
    return asked == Expiry::at(*token.expiresAt);
}

bool createdInTime(const LedgerEntry &entry, const Token &token, const TimeSpan &span)
{
    if (!token.createdAt.isValid())
        return entry.knownBefore.has_value();
    return token.createdAt >= span.earliest.addSecs(-slackSeconds) &&
           token.createdAt <= span.latest.addSecs(slackSeconds);
}

} // namespace

LedgerEntry after(LedgerEntry entry, const ledger::Step &step)
{
    std::visit([&](const auto &its) { take(entry, its); }, step);
    return entry;
}

LedgerEntry::Outcome outcomeOf(Finding finding, const LedgerEntry &entry)
{
    switch (finding) {
    case Finding::NotThere:
        // What the server answered with did exist.
        return entry.stage < LedgerEntry::Stage::Answered ? LedgerEntry::Outcome::NotCreated
                                                          : LedgerEntry::Outcome::Gone;
    case Finding::Revoked:
        return LedgerEntry::Outcome::Revoked;
    case Finding::Stays:
        break;
    }
    return LedgerEntry::Outcome::Kept;
}

ClusterAddress addressOf(const LedgerEntry &entry)
{
    ClusterAddress address;
    if (entry.origin != address.managementOrigin())
        address.product = Product::Clustered;
    address.managementUrl = QUrl(entry.origin);
    address.accountId = entry.accountId;
    address.clusterId = entry.clusterId;
    return address;
}

bool isOf(const LedgerEntry &entry, const ClusterAddress &address)
{
    return entry.accountId.compare(address.accountId, Qt::CaseInsensitive) == 0 &&
           entry.clusterId.compare(address.clusterId, Qt::CaseInsensitive) == 0 &&
           entry.origin == address.managementOrigin();
}

TimeSpan clickOf(const LedgerEntry &entry, qint64 ahead)
{
    const QDateTime &noted = entry.begunAt();
    const QDateTime &local = entry.clickedLocally.isValid() ? entry.clickedLocally : noted;
    const QDateTime corrected = local.addSecs(-ahead);
    return {std::min(noted, corrected), std::max(noted, corrected)};
}

bool mayStillAppear(const LedgerEntry &entry, const TimeSpan &click, const QDateTime &now)
{
    return entry.stage < LedgerEntry::Stage::Answered && click.latest.addDuration(appearsWithin) > now;
}

std::vector<Token> candidatesFor(const LedgerEntry &entry, const std::vector<Token> &tokens,
                                 const TimeSpan &span, const QSet<QString> &claimed, Likeness likeness)
{
    const auto isAsAsked = [&](const Token &token) {
        return token.permissions == entry.permissions && token.unknownPermissions.empty() &&
               expiresAsAsked(entry.expiry, token);
    };
    std::vector<Token> found;
    std::ranges::copy_if(tokens, std::back_inserter(found), [&](const Token &token) {
        const bool known = entry.knownBefore && entry.knownBefore->contains(token.id);
        return !token.revokedAt && !token.id.isEmpty() && !known && !claimed.contains(token.id) &&
               token.description == entry.description &&
               (likeness == Likeness::Similar || isAsAsked(token)) && createdInTime(entry, token, span);
    });
    return found;
}

} // namespace tokenry
