// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "ports/storageerror.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tokenry
{

// Files that are this person's alone: they say where a management token is sent.

/// What a file may hold unless its reader and its writer say otherwise, both the same.
inline constexpr qint64 usualFileSize = 1024 * 1024;

/// Where anyone but this user and root can write the file or directory, judged by owner and mode:
/// WritableByOthers, or NotYours where its owner would have to mend it; nothing where it is safe or not
/// there.
[[nodiscard]] std::optional<StorageError> writableByOthers(const QString &path);

/// The content of a regular file that only this user and root can write, directly or through its directory.
[[nodiscard]] Result<QByteArray, StorageError> readPrivateFile(const QString &path,
                                                               qint64 maximumSize = usualFileSize);

/// Writes the file with mode 0600, atomically: after a crash there is the old content or the new. Missing
/// directories are made with mode 0700. On success the file and its directory entry are on disk. What
/// could not be read again for its size is not written.
[[nodiscard]] Result<Done, StorageError> writePrivateFile(const QString &path, const QByteArray &content,
                                                          qint64 maximumSize = usualFileSize);

/// Removes the file for good; one that is not there is no error.
[[nodiscard]] Result<Done, StorageError> removePrivateFile(const QString &path);

/// Renames the file to PATH.set-aside (or -2, -3 …), so that it is not written over, and gives that name;
/// empty where it could not be moved.
[[nodiscard]] QString setAside(const QString &path);

/// Makes the directory and those above it that are missing, with mode 0700; their entries are on disk then.
[[nodiscard]] bool makePrivateDirectory(const QString &path);

} // namespace tokenry
