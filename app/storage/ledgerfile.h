// SPDX-License-Identifier: MIT
#pragma once

#include "ports/ledger.h"

#include <QByteArray>

#include <variant>

namespace tokenry
{

/// A file descriptor that is closed with this.
class OpenFile
{
public:
    explicit OpenFile(int descriptor = -1) : m_descriptor(descriptor) {}
    OpenFile(OpenFile &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    OpenFile &operator=(OpenFile &&other) noexcept;
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;
    ~OpenFile();

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// A record as a file of JSON Lines, open and locked for as long as this lives.
class LedgerFile final : public LedgerRecord
{
public:
    /// Why there is none: it is nobody's business now, or it cannot be used.
    enum class Absence { InUse, Vanished };
    using Opened = std::variant<std::unique_ptr<LedgerFile>, Absence, UnusableRecord>;

    /// Makes the file, which must not be there yet, locks it, and has it and its directory entry on disk.
    [[nodiscard]] static Result<std::unique_ptr<LedgerFile>, StorageError> create(const QString &path,
                                                                                  const LedgerEntry &entry);
    /// Opens and locks the file, if need be for reading only.
    [[nodiscard]] static Opened open(const QString &path);
    /// The entry as it is now, without a lock.
    [[nodiscard]] static std::optional<LedgerEntry> peek(const QString &path);
    /// Whether somebody holds the file's lock, be it this process.
    [[nodiscard]] static bool isInUse(const QString &path);

    [[nodiscard]] const LedgerEntry &entry() const override { return m_entry; }
    Result<Done, StorageError> append(const ledger::Step &step) override;
    void remove() override;

private:
    LedgerFile(QString path, OpenFile file, LedgerEntry entry);

    const QString m_path;
    const OpenFile m_file;
    LedgerEntry m_entry;
};

} // namespace tokenry
