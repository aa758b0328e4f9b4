// SPDX-License-Identifier: MIT
#pragma once

#include "ports/ledger.h"

#include <QHash>
#include <QString>

namespace tokenry
{

/// The ledger as a directory with a file for each creation. Files are opened when they are asked for. What
/// cannot be used is told until it is set aside, which renames it.
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
        /// Stays when its name changes; empty where it is not known.
        QString id = {};

        [[nodiscard]] static Machine current();
    };

    explicit LedgerFiles(QString directory, Machine machine = Machine::current());
    ~LedgerFiles() override;

    [[nodiscard]] Result<std::unique_ptr<LedgerRecord>, StorageError> begin(LedgerEntry reviewed) override;
    /// Records of another computer are left alone until nothing was written to them for a day: its locks may
    /// not be seen here.
    [[nodiscard]] Unfinished takeUnfinished(const std::function<bool(const LedgerEntry &)> &wanted) override;
    [[nodiscard]] std::vector<LedgerEntry> left() const override;
    void setAside(const UnusableRecord &record) override;
    [[nodiscard]] QSet<QString> tokensOfOthers(const QString &recordId) const override;
    [[nodiscard]] bool isPromisedElsewhere(const KeychainItem &item) const override;

    /// The program was asked to end: says so in every open record that this process holds.
    void markInterrupted();

private:
    class Held;

    /// What tells one content of a file from another without reading it.
    struct Version
    {
        quint64 file = 0;
        qint64 size = 0;
        qint64 changedAt = 0;

        friend bool operator==(const Version &, const Version &) = default;
    };
    struct Closed
    {
        Version version;
        LedgerEntry entry;
    };

    [[nodiscard]] QStringList paths() const;
    [[nodiscard]] bool canBeListed() const;
    [[nodiscard]] static std::optional<Version> versionOf(const QString &path);
    /// As LedgerFile::peek(); of a closed one no more than its IDs and its stage.
    [[nodiscard]] std::optional<LedgerEntry> peek(const QString &path) const;
    [[nodiscard]] bool isHeldHere(const LedgerEntry &entry) const;
    [[nodiscard]] bool isForeign(const QString &path, const LedgerEntry &entry) const;
    [[nodiscard]] std::unique_ptr<LedgerRecord> hold(std::unique_ptr<LedgerRecord> record);

    const QString m_directory;
    const Machine m_machine;
    /// Shared with the records, which may outlive this.
    std::shared_ptr<std::vector<Held *>> m_held;
    /// By path. There may be thousands, none of them opens again, and the click must not wait for them.
    mutable QHash<QString, Closed> m_closed;
};

} // namespace tokenry
