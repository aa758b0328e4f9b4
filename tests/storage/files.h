// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace tokenry::test
{

/// Permission bits as chmod counts them; -1 where there is nothing.
inline int modeOf(const QString &path)
{
    struct stat status;
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 07777) : -1;
}

inline bool setMode(const QString &path, mode_t mode)
{
    return ::chmod(QFile::encodeName(path).constData(), mode) == 0;
}

/// Writes a file as a person would, with directories of mode 0755 and the given mode.
inline bool writeByHand(const QString &path, const QByteArray &content, mode_t mode = 0644)
{
    const QString directory = QFileInfo(path).absolutePath();
    if (!QDir(directory).exists() && !(QDir().mkpath(directory) && setMode(directory, 0755)))
        return false;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush() &&
           setMode(path, mode);
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace tokenry::test
