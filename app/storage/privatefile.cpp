// SPDX-License-Identifier: MIT
#include "storage/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace tokenry
{

namespace
{

using Kind = StorageError::Kind;

constexpr QFile::Permissions onlyOwner = QFile::ReadOwner | QFile::WriteOwner;

StorageError errorOf(Kind kind, const QString &path, const QString &technical)
{
    return {kind, path, 0, 0, {}, technical};
}

QString largerThan(qint64 size)
{
    return QStringLiteral("larger than %1").arg(QLocale::c().formattedDataSize(size, 0));
}

/// Without this, a power cut may bring back the directory's old entries.
void syncDirectory(const QString &path)
{
#ifdef Q_OS_UNIX
    const int directory = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0)
        return;
    ::fsync(directory);
    ::close(directory);
#else
    Q_UNUSED(path);
#endif
}

enum class Owner { Me, Root, Other };

Owner ownerOf(const QFileInfo &info)
{
#ifdef Q_OS_UNIX
    if (info.ownerId() == ::geteuid())
        return Owner::Me;
    return info.ownerId() == 0 ? Owner::Root : Owner::Other;
#else
    Q_UNUSED(info);
    return Owner::Me;
#endif
}

} // namespace

std::optional<StorageError> writableByOthers(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {};
    const auto refused = [&](Kind kind, const QString &technical) {
        return StorageError{kind, path, 0, 0, {}, technical, info.isDir()};
    };
    const Owner owner = ownerOf(info);
    const QString belongs = QStringLiteral("belongs to %1").arg(info.owner());
    if (owner == Owner::Other)
        return refused(Kind::NotYours, belongs);
    QString writable;
    if (info.permissions() & QFile::WriteOther)
        writable = QStringLiteral("writable by everyone");
    else if (info.permissions() & QFile::WriteGroup)
        writable = QStringLiteral("writable by group %1").arg(info.group());
    if (writable.isEmpty())
        return {};
    return owner == Owner::Me ? refused(Kind::WritableByOthers, writable)
                              : refused(Kind::NotYours, QStringLiteral("%1, %2").arg(belongs, writable));
}

Result<QByteArray, StorageError> readPrivateFile(const QString &path, qint64 maximumSize)
{
    const QFileInfo info(path);
    // Also because opening a pipe would block.
    if (info.exists() && !info.isFile())
        return unexpected(errorOf(Kind::NotReadable, path, QStringLiteral("not a regular file")));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(errorOf(Kind::NotReadable, path, file.errorString()));
    // A link is as safe as what it leads to.
    const QString target = QFileInfo(info.canonicalFilePath()).absolutePath();
    for (const QString &checked : {path, info.absolutePath(), target}) {
        if (auto error = writableByOthers(checked))
            return unexpected(*std::move(error));
    }
    if (file.size() > maximumSize)
        return unexpected(errorOf(Kind::NotReadable, path, largerThan(maximumSize)));
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return unexpected(errorOf(Kind::NotReadable, path, file.errorString()));
    return content;
}

Result<Done, StorageError> writePrivateFile(const QString &path, const QByteArray &content,
                                            qint64 maximumSize)
{
    if (content.size() > maximumSize)
        return unexpected(errorOf(Kind::NotWritable, path, largerThan(maximumSize)));
    const QString directory = QFileInfo(path).absolutePath();
    if (!makePrivateDirectory(directory))
        return unexpected(
            errorOf(Kind::NotWritable, path, QStringLiteral("cannot make the directory %1").arg(directory)));
    if (auto error = writableByOthers(directory))
        return unexpected(*std::move(error));
    QSaveFile file(path);
    // The mode before the content: QSaveFile starts with the umask's, or with that of the file it replaces.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(onlyOwner) ||
        file.write(content) != content.size() || !file.commit())
        return unexpected(errorOf(Kind::NotWritable, path, file.errorString()));
    syncDirectory(directory);
    return Done{};
}

Result<Done, StorageError> removePrivateFile(const QString &path)
{
    QFile file(path);
    if (!file.remove() && QFileInfo::exists(path))
        return unexpected(errorOf(Kind::NotWritable, path, file.errorString()));
    syncDirectory(QFileInfo(path).absolutePath());
    return Done{};
}

QString setAside(const QString &path)
{
    const QString beside = path + QLatin1String(".set-aside");
    constexpr int enough = 100;
    for (int i = 1; i <= enough; ++i) {
        const QString name = i == 1 ? beside : beside + u'-' + QString::number(i);
        // QFile never renames onto a file that is there.
        if (QFile::rename(path, name))
            return name;
    }
    return {};
}

bool makePrivateDirectory(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists())
        return info.isDir();
    const QString above = info.absolutePath();
    if (above == path || !makePrivateDirectory(above) || !QDir().mkdir(path, onlyOwner | QFile::ExeOwner))
        return false;
    syncDirectory(above);
    return true;
}

} // namespace tokenry
