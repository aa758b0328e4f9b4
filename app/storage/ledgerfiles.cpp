// SPDX-License-Identifier: MIT
#include "storage/ledgerfiles.h"

#include "base/logging.h"
#include "storage/ledgerfile.h"
#include "storage/privatefile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QUuid>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <sys/stat.h>

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
    // Not the ID itself, which is nobody else's business (machine-id(5)).
    QByteArray id = QSysInfo::machineUniqueId();
    if (!id.isEmpty())
        id = QCryptographicHash::hash("tokenry " + id, QCryptographicHash::Sha256).toHex();
    return {QSysInfo::machineHostName(), QString::fromLatin1(QSysInfo::bootUniqueId()),
            QString::fromLatin1(id)};
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
    reviewed.machine = m_machine.id;
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
    if (!canBeListed())
        found.unusable.push_back({m_directory, UnusableRecord::Why::NotReadable});
    const QStringList all = paths();
    for (const QString &path : all) {
        // Looked at first: what is not concerned is not locked either.
        const auto entry = peek(path);
        if (entry && (!entry->isOpen() || !wanted(*entry) || isForeign(path, *entry) || isHeldHere(*entry)))
            continue;
        auto opened = LedgerFile::open(path);
        if (const auto *const unusable = std::get_if<UnusableRecord>(&opened)) {
            qCWarning(logStorage, "a ledger record cannot be used: %d", static_cast<int>(unusable->why));
            found.unusable.push_back(*unusable);
        }
        auto *const file = std::get_if<std::unique_ptr<LedgerFile>>(&opened);
        if (file && (*file)->entry().isOpen() && wanted((*file)->entry()))
            found.records.push_back(hold(std::move(*file)));
    }
    std::ranges::sort(found.records, {}, [](const auto &record) { return record->entry().reviewedAt; });
    return found;
}

std::vector<LedgerEntry> LedgerFiles::left() const
{
    std::vector<LedgerEntry> entries;
    const QStringList all = paths();
    for (const QString &path : all) {
        auto entry = peek(path);
        if (entry && entry->isOpen() && entry->stage != LedgerEntry::Stage::Reviewed &&
            !isForeign(path, *entry) && (isHeldHere(*entry) || !LedgerFile::isInUse(path)))
            entries.push_back(*std::move(entry));
    }
    std::ranges::sort(entries, {}, &LedgerEntry::reviewedAt);
    return entries;
}

void LedgerFiles::setAside(const UnusableRecord &record)
{
    using Why = UnusableRecord::Why;
    if (record.why == Why::FromNewerVersion || record.why == Why::NotReadable)
        return;
    const QByteArray path = QFile::encodeName(record.file);
    // QFile would follow a symbolic link.
    if (std::rename(path.constData(), (path + ".set-aside").constData()) != 0)
        qCWarning(logStorage) << "a ledger record that cannot be used was not set aside";
}

QSet<QString> LedgerFiles::tokensOfOthers(const QString &recordId) const
{
    QSet<QString> ids;
    const QStringList all = paths();
    for (const QString &path : all) {
        const auto entry = peek(path);
        if (entry && entry->id != recordId && !entry->tokenId.isEmpty())
            ids.insert(entry->tokenId);
    }
    return ids;
}

bool LedgerFiles::isPromisedElsewhere(const KeychainItem &item) const
{
    const QStringList all = paths();
    return std::ranges::any_of(all, [&](const QString &path) {
        const auto entry = peek(path);
        if (!entry || !entry->isOpen() || entry->stage == LedgerEntry::Stage::Reviewed || entry->item != item)
            return false;
        return !isHeldHere(*entry) && LedgerFile::isInUse(path);
    });
}

bool LedgerFiles::isHeldHere(const LedgerEntry &entry) const
{
    return std::ranges::any_of(*m_held, [&](const Held *held) { return held->entry().id == entry.id; });
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

/// Also true where it is not there: then nothing was ever created.
bool LedgerFiles::canBeListed() const
{
    DIR *const directory = ::opendir(QFile::encodeName(m_directory).constData());
    if (!directory)
        return errno == ENOENT || errno == ENOTDIR;
    ::closedir(directory);
    return true;
}

std::optional<LedgerFiles::Version> LedgerFiles::versionOf(const QString &path)
{
    struct stat status;
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    constexpr qint64 perSecond = 1'000'000'000;
    return Version{status.st_ino, status.st_size, status.st_mtim.tv_sec * perSecond + status.st_mtim.tv_nsec};
}

std::optional<LedgerEntry> LedgerFiles::peek(const QString &path) const
{
    const auto version = versionOf(path);
    if (const auto known = m_closed.constFind(path);
        version && known != m_closed.cend() && known->version == *version)
        return known->entry;
    auto entry = LedgerFile::peek(path);
    if (version && entry && !entry->isOpen()) {
        LedgerEntry ids;
        ids.id = entry->id;
        ids.stage = entry->stage;
        ids.tokenId = entry->tokenId;
        m_closed.insert(path, {*version, std::move(ids)});
    }
    return entry;
}

bool LedgerFiles::isForeign(const QString &path, const LedgerEntry &entry) const
{
    constexpr qint64 quietSeconds = 24 * 60 * 60;
    const bool isOurs = entry.host == m_machine.host || entry.boot == m_machine.boot ||
                        (!entry.machine.isEmpty() && entry.machine == m_machine.id);
    return !isOurs && secondsSince(QFileInfo(path)) < quietSeconds;
}

std::unique_ptr<LedgerRecord> LedgerFiles::hold(std::unique_ptr<LedgerRecord> record)
{
    return std::make_unique<Held>(std::move(record), m_held);
}

} // namespace tokenry
