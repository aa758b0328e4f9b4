// SPDX-License-Identifier: MIT
#include "storage/ledgerfile.h"

#include "base/logging.h"
#include "storage/ledgerlines.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tokenry
{

namespace
{

using Why = UnusableRecord::Why;

/// Read and written alike. More than 100,000 databases, read and write, come to.
constexpr off_t maximumSize = 32 * 1024 * 1024;
/// Until the request leaves: what must be written down afterwards finds room.
constexpr off_t sizeUntilSent = maximumSize - 64 * 1024;

unexpected<StorageError> notWritten(const QString &path, int error)
{
    return unexpected(StorageError{
        StorageError::Kind::NotWritable, path, 0, 0, {}, QString::fromLocal8Bit(std::strerror(error))});
}

OpenFile opened(const QString &path, int flags)
{
    // Without O_NONBLOCK opening a pipe that was put there would wait for its other end.
    return OpenFile(
        ::open(QFile::encodeName(path).constData(), flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600));
}

struct flock wholeFile(short type)
{
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

/// Belongs to the open file, like a BSD lock, and can be asked about without being taken. What cannot be
/// written has only the weaker kind.
bool lock(const OpenFile &file, short type = F_WRLCK)
{
    struct flock wanted = wholeFile(type);
    return ::fcntl(file.get(), F_OFD_SETLK, &wanted) == 0;
}

/// Also leaves no half a line behind: what is written is there as a whole or not at all. No file becomes
/// larger than \a sizeThen.
bool writeWhole(const OpenFile &file, const QByteArray &line, off_t sizeThen)
{
    struct stat before;
    if (::fstat(file.get(), &before) != 0)
        return false;
    // Written into a file that somebody removed, it would be nowhere.
    if (before.st_nlink == 0) {
        errno = ENOENT;
        return false;
    }
    if (before.st_size + line.size() > sizeThen) {
        errno = EFBIG;
        return false;
    }
    const ssize_t written = ::write(file.get(), line.constData(), static_cast<size_t>(line.size()));
    if (written == line.size())
        return true;
    const int error = written < 0 ? errno : ENOSPC;
    if (written > 0 && ::ftruncate(file.get(), before.st_size) != 0)
        qCWarning(logStorage) << "a ledger line was written in part";
    errno = error;
    return false;
}

bool syncDirectoryOf(const QString &path)
{
    const OpenFile directory(::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(),
                                    O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return directory.isOpen() && ::fsync(directory.get()) == 0;
}

std::optional<QByteArray> contentOf(const OpenFile &file, off_t size)
{
    QByteArray content(static_cast<qsizetype>(size), '\0');
    const ssize_t read = ::pread(file.get(), content.data(), static_cast<size_t>(size), 0);
    if (read < 0)
        return std::nullopt;
    content.truncate(read);
    return content;
}

std::optional<Why> faultOf(const struct stat &status)
{
    if (!S_ISREG(status.st_mode))
        return Why::NotAFile;
    if (status.st_uid != ::geteuid() || (status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return Why::NotOurs;
    if (status.st_size > maximumSize)
        return Why::Damaged;
    return std::nullopt;
}

Why whyNotOpened(int error)
{
    // ELOOP: a symbolic link. ENXIO: a socket.
    return error == ELOOP || error == ENXIO || error == EISDIR ? Why::NotAFile : Why::NotReadable;
}

/// The click's line must not wait for the disk; what comes after it must survive the power.
bool isForTheDisk(const ledger::Step &step)
{
    return !std::holds_alternative<ledger::Sending>(step) && !std::holds_alternative<ledger::Refused>(step);
}

} // namespace

OpenFile &OpenFile::operator=(OpenFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

OpenFile::~OpenFile()
{
    if (isOpen())
        ::close(m_descriptor);
}

LedgerFile::LedgerFile(QString path, OpenFile file, LedgerEntry entry)
    : m_path(std::move(path)), m_file(std::move(file)), m_entry(std::move(entry))
{
}

Result<std::unique_ptr<LedgerFile>, StorageError> LedgerFile::create(const QString &path,
                                                                     const LedgerEntry &entry)
{
    // Under another name until it is locked and whole: nobody else may take it for a torn one.
    const QString draft = path + QLatin1String(".new");
    OpenFile file = opened(draft, O_RDWR | O_APPEND | O_CREAT | O_EXCL);
    if (!file.isOpen())
        return notWritten(path, errno);
    const bool made =
        lock(file) && writeWhole(file, ledgerHead(entry), sizeUntilSent) && ::fsync(file.get()) == 0 &&
        ::rename(QFile::encodeName(draft).constData(), QFile::encodeName(path).constData()) == 0 &&
        syncDirectoryOf(path);
    if (!made) {
        const int error = errno;
        for (const QString &name : {draft, path})
            ::unlink(QFile::encodeName(name).constData());
        return notWritten(path, error);
    }
    return std::unique_ptr<LedgerFile>(new LedgerFile(path, std::move(file), entry));
}

LedgerFile::Opened LedgerFile::open(const QString &path)
{
    OpenFile file = opened(path, O_RDWR | O_APPEND);
    // What was created is told even where it cannot be noted what becomes of it.
    const bool readOnly = !file.isOpen() && (errno == EACCES || errno == EPERM || errno == EROFS);
    if (readOnly)
        file = opened(path, O_RDONLY);
    if (!file.isOpen())
        return errno == ENOENT ? Opened(Absence::Vanished)
                               : Opened(UnusableRecord{path, whyNotOpened(errno)});
    struct stat status;
    if (::fstat(file.get(), &status) != 0)
        return UnusableRecord{path, Why::NotReadable};
    if (const auto fault = faultOf(status))
        return UnusableRecord{path, *fault};
    if (!lock(file, readOnly ? F_RDLCK : F_WRLCK))
        return errno == EAGAIN || errno == EACCES ? Opened(Absence::InUse)
                                                  : Opened(UnusableRecord{path, Why::NotReadable});
    // Its owner may have removed it or written to it just before letting go of the lock.
    if (::fstat(file.get(), &status) != 0 || status.st_nlink == 0)
        return Absence::Vanished;
    const auto content = contentOf(file, status.st_size);
    if (!content)
        return UnusableRecord{path, Why::NotReadable};
    auto entry = ledgerEntryFrom(*content);
    if (!entry)
        return UnusableRecord{path, entry.error() == LedgerFault::FromNewerVersion ? Why::FromNewerVersion
                                                                                   : Why::Damaged};
    // Half a line of an earlier end would spoil the next one.
    const qsizetype whole = content->lastIndexOf('\n') + 1;
    if (!readOnly && whole != content->size() && ::ftruncate(file.get(), whole) != 0)
        return UnusableRecord{path, Why::NotReadable};
    return std::unique_ptr<LedgerFile>(new LedgerFile(path, std::move(file), *std::move(entry)));
}

std::optional<LedgerEntry> LedgerFile::peek(const QString &path)
{
    const OpenFile file = opened(path, O_RDONLY);
    struct stat status;
    if (!file.isOpen() || ::fstat(file.get(), &status) != 0 || faultOf(status))
        return std::nullopt;
    const auto content = contentOf(file, status.st_size);
    auto entry = ledgerEntryFrom(content.value_or(QByteArray()));
    return entry ? std::optional(*std::move(entry)) : std::nullopt;
}

bool LedgerFile::isInUse(const QString &path)
{
    const OpenFile file = opened(path, O_RDONLY);
    struct flock asked = wholeFile(F_WRLCK);
    return file.isOpen() && ::fcntl(file.get(), F_OFD_GETLK, &asked) == 0 && asked.l_type != F_UNLCK;
}

Result<Done, StorageError> LedgerFile::append(const ledger::Step &step)
{
    const off_t sizeThen = std::holds_alternative<ledger::Sending>(step) ? sizeUntilSent : maximumSize;
    if (!writeWhole(m_file, ledgerLine(step), sizeThen))
        return notWritten(m_path, errno);
    // Also where the disk does not confirm it: the line is there, and what it says of the token is true.
    m_entry = after(std::move(m_entry), step);
    if (isForTheDisk(step) && ::fsync(m_file.get()) != 0)
        return notWritten(m_path, errno);
    return Done{};
}

void LedgerFile::remove()
{
    ::unlink(QFile::encodeName(m_path).constData());
}

} // namespace tokenry
