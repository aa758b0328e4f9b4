// SPDX-License-Identifier: MIT
#pragma once

#include "ports/ledger.h"

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace tokenry::testsupport
{

/// A ledger in memory. Outlives its records.
class FakeLedger final : public Ledger
{
public:
    /// Beginning and appending fail with it while it is set.
    std::optional<StorageError> failure;
    /// By ID; what an earlier run left is put here by the test.
    std::map<QString, LedgerEntry> entries;
    /// Told until they are set aside.
    std::vector<UnusableRecord> unusable;
    /// Where another instance is about to store a secret.
    std::optional<KeychainItem> promisedElsewhere;
    /// What happens right after a step was noted.
    std::function<void(const ledger::Step &)> onNoted;

    /// An open entry of an earlier run.
    void put(const LedgerEntry &entry) { entries.insert_or_assign(entry.id, entry); }
    [[nodiscard]] const LedgerEntry *only() const
    {
        return entries.size() == 1 ? &entries.begin()->second : nullptr;
    }
    [[nodiscard]] bool isHeld(const QString &id) const { return m_held.contains(id); }

    [[nodiscard]] Result<std::unique_ptr<LedgerRecord>, StorageError> begin(LedgerEntry reviewed) override;
    [[nodiscard]] Unfinished takeUnfinished(const std::function<bool(const LedgerEntry &)> &wanted) override;
    [[nodiscard]] std::vector<LedgerEntry> left() const override;
    void setAside(const UnusableRecord &record) override { std::erase(unusable, record); }
    [[nodiscard]] QSet<QString> tokensOfOthers(const QString &recordId) const override;
    [[nodiscard]] bool isPromisedElsewhere(const KeychainItem &item) const override
    {
        return promisedElsewhere == item;
    }

private:
    class Record;

    std::set<QString> m_held;
    int m_begun = 0;
};

} // namespace tokenry::testsupport
