// SPDX-License-Identifier: MIT
#pragma once

#include "ports/ledger.h"

#include <QString>

namespace tokenry
{

/// The ledger as a directory with a file for each creation. Files are opened when they are asked for. What
/// cannot be used is renamed out of the way and told once; what a newer version wrote is left alone.
class LedgerFiles final : public Ledger
{
public:
    /// Where and since when this process runs; it tells a dead owner from one on another computer that shares
    /// the directory.
    struct Machine
    {
        QString host;
        /// Changes when the computer starts anew.
        QString boot;

        [[nodiscard]] static Machine current();
    };

    explicit LedgerFiles(QString directory, Machine machine = Machine::current());
    ~LedgerFiles() override;

    [[nodiscard]] Result<std::unique_ptr<LedgerRecord>, StorageError> begin(LedgerEntry reviewed) override;
    /// Records of another computer are left alone until nothing was written to them for a day: its locks may
    /// not be seen here.
    [[nodiscard]] Unfinished takeUnfinished(const std::function<bool(const LedgerEntry &)> &wanted) override;
    [[nodiscard]] QSet<QString> tokensOfOthers(const QString &recordId) const override;
    [[nodiscard]] bool isPromisedElsewhere(const KeychainItem &item) const override;

    /// The program was asked to end: says so in every open record that this process holds.
    void markInterrupted();

private:
    class Held;

    [[nodiscard]] QStringList paths() const;
    [[nodiscard]] bool isForeign(const QString &path, const LedgerEntry &entry) const;
    [[nodiscard]] std::unique_ptr<LedgerRecord> hold(std::unique_ptr<LedgerRecord> record);

    const QString m_directory;
    const Machine m_machine;
    /// Shared with the records, which may outlive this.
    std::shared_ptr<std::vector<Held *>> m_held;
};

} // namespace tokenry
