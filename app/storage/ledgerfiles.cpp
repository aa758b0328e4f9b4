// SPDX-License-Identifier: MIT
#include "storage/ledgerfiles.h"

#include "base/logging.h"
#include "storage/ledgerfile.h"
#include "storage/privatefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QUuid>

#include <algorithm>
#include <cstdio>

namespace tokenry
{

namespace
{

constexpr QLatin1String suffix(".jsonl");

qint64 secondsSince(const QFileInfo &file)
{
    return file.lastModified().secsTo(QDateTime::currentDateTime());
}

/// Files whose making was cut off; nobody knows of them.
void sweep(const QString &directory)
{
    constexpr qint64 longGone = 60 * 60;
    const QFileInfoList drafts =
        QDir(directory).entryInfoList({u'*' + suffix + QLatin1String(".new")}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &draft : drafts) {
        if (secondsSince(draft) > longGone)
            QFile::remove(draft.filePath());
    }
}

/// So that it is told once and cannot be in the way again.
UnusableRecord putAside(UnusableRecord record)
{
    if (record.why == UnusableRecord::Why::FromNewerVersion)
        return record;
    const QString aside = record.file + QLatin1String(".set-aside");
    // QFile would follow a symbolic link.
    if (std::rename(QFile::encodeName(record.file).constData(), QFile::encodeName(aside).constData()) == 0)
        record.file = aside;
    qCWarning(logStorage) << "a ledger record cannot be used:" << static_cast<int>(record.why);
    return record;
}

} // namespace

/// A record that the ledger knows to be in this process's hands.
class LedgerFiles::Held final : public LedgerRecord
{
public:
    Held(std::unique_ptr<LedgerRecord> record, std::shared_ptr<std::vector<Held *>> all)
        : m_record(std::move(record)), m_all(std::move(all))
    {
        m_all->push_back(this);
    }
    ~Held() override { std::erase(*m_all, this); }

    [[nodiscard]] const LedgerEntry &entry() const override { return m_record->entry(); }
    Result<Done, StorageError> append(const ledger::Step &step) override { return m_record->append(step); }
    void remove() override { m_record->remove(); }

private:
    const std::unique_ptr<LedgerRecord> m_record;
    const std::shared_ptr<std::vector<Held *>> m_all;
};

LedgerFiles::Machine LedgerFiles::Machine::current()
{
    return {QSysInfo::machineHostName(), QString::fromLatin1(QSysInfo::bootUniqueId())};
}

LedgerFiles::LedgerFiles(QString directory, Machine machine)
    : m_directory(std::move(directory)), m_machine(std::move(machine)),
      m_held(std::make_shared<std::vector<Held *>>())
{
}

LedgerFiles::~LedgerFiles() = default;

Result<std::unique_ptr<LedgerRecord>, StorageError> LedgerFiles::begin(LedgerEntry reviewed)
{
    reviewed.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    reviewed.host = m_machine.host;
    reviewed.boot = m_machine.boot;
    const QString path = m_directory + u'/' + reviewed.id + suffix;
    if (!makePrivateDirectory(m_directory))
        return unexpected(StorageError{StorageError::Kind::NotWritable, m_directory, 0, 0, {}, {}});
    if (auto error = writableByOthers(m_directory))
        return unexpected(*std::move(error));
    return LedgerFile::create(path, reviewed).map([this](std::unique_ptr<LedgerFile> file) {
        return hold(std::move(file));
    });
}

Ledger::Unfinished LedgerFiles::takeUnfinished(const std::function<bool(const LedgerEntry &)> &wanted)
{
    sweep(m_directory);
    Unfinished found;
    const QStringList all = paths();
    for (const QString &path : all) {
        // Looked at first: what is not concerned is not locked either.
        const auto entry = LedgerFile::peek(path);
        if (entry && (!entry->isOpen() || !wanted(*entry) || isForeign(path, *entry)))
            continue;
        auto opened = LedgerFile::open(path);
        if (const auto *const unusable = std::get_if<UnusableRecord>(&opened))
            found.unusable.push_back(putAside(*unusable));
        auto *const file = std::get_if<std::unique_ptr<LedgerFile>>(&opened);
        if (!file || !(*file)->entry().isOpen() || !wanted((*file)->entry()))
            continue;
        // Without a power cut the step to Sending cannot have been lost.
        if ((*file)->entry().stage == LedgerEntry::Stage::Reviewed && (*file)->entry().boot == m_machine.boot)
            (*file)->remove();
        else
            found.records.push_back(hold(std::move(*file)));
    }
    std::ranges::sort(found.records, {}, [](const auto &record) { return record->entry().reviewedAt; });
    return found;
}

QSet<QString> LedgerFiles::tokensOfOthers(const QString &recordId) const
{
    QSet<QString> ids;
    const QStringList all = paths();
    for (const QString &path : all) {
        const auto entry = LedgerFile::peek(path);
        if (entry && entry->id != recordId && !entry->tokenId.isEmpty())
            ids.insert(entry->tokenId);
    }
    return ids;
}

bool LedgerFiles::isPromisedElsewhere(const KeychainItem &item) const
{
    const QStringList all = paths();
    return std::ranges::any_of(all, [&](const QString &path) {
        const auto entry = LedgerFile::peek(path);
        if (!entry || !entry->isOpen() || entry->stage == LedgerEntry::Stage::Reviewed || entry->item != item)
            return false;
        const bool ours =
            std::ranges::any_of(*m_held, [&](const Held *held) { return held->entry().id == entry->id; });
        return !ours && LedgerFile::isInUse(path);
    });
}

void LedgerFiles::markInterrupted()
{
    for (Held *const record : *m_held) {
        if (record->entry().isOpen() && record->entry().stage != LedgerEntry::Stage::Reviewed &&
            !record->append(ledger::Interrupted{}))
            qCWarning(logStorage) << "the end of the program was not written into the ledger";
    }
}

QStringList LedgerFiles::paths() const
{
    QStringList paths;
    const QStringList names = QDir(m_directory)
                                  .entryList({u'*' + suffix}, QDir::Files | QDir::System | QDir::Hidden |
                                                                  QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names)
        paths += m_directory + u'/' + name;
    return paths;
}

bool LedgerFiles::isForeign(const QString &path, const LedgerEntry &entry) const
{
    constexpr qint64 quietSeconds = 24 * 60 * 60;
    return entry.host != m_machine.host && entry.boot != m_machine.boot &&
           secondsSince(QFileInfo(path)) < quietSeconds;
}

std::unique_ptr<LedgerRecord> LedgerFiles::hold(std::unique_ptr<LedgerRecord> record)
{
    return std::make_unique<Held>(std::move(record), m_held);
}

} // namespace tokenry
