// SPDX-License-Identifier: MIT
#include "support/fakes/fakeledger.h"

namespace tokenry::testsupport
{

class FakeLedger::Record final : public LedgerRecord
{
public:
    Record(FakeLedger &ledger, LedgerEntry entry) : m_ledger(ledger), m_entry(std::move(entry))
    {
        m_ledger.m_held.insert(m_entry.id);
    }
    ~Record() override { m_ledger.m_held.erase(m_entry.id); }

    [[nodiscard]] const LedgerEntry &entry() const override { return m_entry; }

    Result<Done, StorageError> append(const ledger::Step &step) override
    {
        if (m_ledger.failure)
            return unexpected(*m_ledger.failure);
        m_entry = after(std::move(m_entry), step);
        m_ledger.put(m_entry);
        if (m_ledger.onNoted)
            m_ledger.onNoted(step);
        return Done{};
    }

    void remove() override { m_ledger.entries.erase(m_entry.id); }

private:
    FakeLedger &m_ledger;
    LedgerEntry m_entry;
};

Result<std::unique_ptr<LedgerRecord>, StorageError> FakeLedger::begin(LedgerEntry reviewed)
{
    if (failure)
        return unexpected(*failure);
    reviewed.id = QStringLiteral("record-%1").arg(++m_begun);
    put(reviewed);
    return std::make_unique<Record>(*this, std::move(reviewed));
}

Ledger::Unfinished FakeLedger::takeUnfinished(const std::function<bool(const LedgerEntry &)> &wanted)
{
    Unfinished found;
    for (const auto &[id, entry] : entries) {
        if (entry.isOpen() && !isHeld(id) && wanted(entry))
            found.records.push_back(std::make_unique<Record>(*this, entry));
    }
    found.unusable = unusable;
    return found;
}

std::vector<LedgerEntry> FakeLedger::left() const
{
    std::vector<LedgerEntry> found;
    for (const auto &[id, entry] : entries) {
        if (entry.isOpen() && entry.stage != LedgerEntry::Stage::Reviewed)
            found.push_back(entry);
    }
    return found;
}

QSet<QString> FakeLedger::tokensOfOthers(const QString &recordId) const
{
    QSet<QString> ids;
    for (const auto &[id, entry] : entries) {
        if (id != recordId && !entry.tokenId.isEmpty())
            ids.insert(entry.tokenId);
    }
    return ids;
}

} // namespace tokenry::testsupport
