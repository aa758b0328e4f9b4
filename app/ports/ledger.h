// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "domain/ledgerentry.h"
#include "ports/storageerror.h"

#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace tokenry
{

/// One creation's record, in the hands of this process alone for as long as it lives. Letting go of it
/// writes nothing.
class LedgerRecord
{
public:
    virtual ~LedgerRecord() = default;

    [[nodiscard]] virtual const LedgerEntry &entry() const = 0;
    /// Writes the step down. On failure the record is as before; or with the step, where only the disk did
    /// not confirm it: what is known of a token is not taken back.
    virtual Result<Done, StorageError> append(const ledger::Step &step) = 0;
    /// Takes the record away: nothing was created and nothing is to be remembered.
    virtual void remove() = 0;
};

/// A record that cannot be used.
struct UnusableRecord
{
    enum class Why { Damaged, FromNewerVersion, NotOurs, NotAFile, NotReadable };

    /// Where it lies; the directory where not even that could be read.
    QString file;
    Why why = Why::Damaged;

    friend bool operator==(const UnusableRecord &, const UnusableRecord &) = default;
};

/// What is remembered of creations, so that none is lost between the click and the keychain, whatever
/// happens to this process. A record is the business of one process at a time, also among several instances.
class Ledger
{
public:
    struct Unfinished
    {
        /// Oldest first.
        std::vector<std::unique_ptr<LedgerRecord>> records;
        std::vector<UnusableRecord> unusable;
    };

    virtual ~Ledger() = default;

    /// A record of its own for a creation under review; id, host and boot are filled in. On success it is
    /// on disk, whatever happens next.
    [[nodiscard]] virtual Result<std::unique_ptr<LedgerRecord>, StorageError> begin(LedgerEntry reviewed) = 0;
    /// The open records that nobody is at work on and \a wanted says yes to. Also those that were only
    /// reviewed: the step to Sending may have been lost, with the power or to a backup that was put back.
    /// Where a record can be read and not be written, appending to it fails.
    [[nodiscard]] virtual Unfinished
    takeUnfinished(const std::function<bool(const LedgerEntry &)> &wanted) = 0;
    /// What is open beyond Review and no other instance is at work on, as it is now, oldest first. Takes
    /// nothing up.
    [[nodiscard]] virtual std::vector<LedgerEntry> left() const = 0;
    /// The person has read that it cannot be used: it is not to be told again. What may be readable another
    /// time stays, and is told at the next start.
    virtual void setAside(const UnusableRecord &record) = 0;
    /// IDs of the tokens that belong to other records than that.
    [[nodiscard]] virtual QSet<QString> tokensOfOthers(const QString &recordId) const = 0;
    /// Whether another instance is at work on a creation whose secret goes to that item, or is in it already
    /// but not noted as stored yet.
    [[nodiscard]] virtual bool isPromisedElsewhere(const KeychainItem &item) const = 0;
};

} // namespace tokenry
