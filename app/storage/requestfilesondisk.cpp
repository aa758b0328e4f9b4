// SPDX-License-Identifier: MIT
#include "storage/requestfilesondisk.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace tokenry
{

namespace
{

using Kind = RequestFileError::Kind;

RequestFileError errorOf(Kind kind, const QString &path, const QString &technical = {})
{
    return {kind, path, {}, technical};
}

bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

} // namespace

Result<RequestFile, RequestFileError> RequestFilesOnDisk::read(const QString &path) const
{
    const QFileInfo info(path);
    if (!info.exists())
        return unexpected(errorOf(Kind::NotThere, path));
    // Before opening: a pipe would block.
    if (!info.isFile())
        return unexpected(errorOf(Kind::NotAFile, path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(errorOf(Kind::NotReadable, path, file.errorString()));
    const QByteArray content = file.read(maximumSize + 1);
    if (file.error() != QFileDevice::NoError)
        return unexpected(errorOf(Kind::NotReadable, path, file.errorString()));
    if (content.size() > maximumSize)
        return unexpected(errorOf(Kind::TooLarge, path));
    auto decoded = decodeRequestFile(content);
    if (!decoded)
        return unexpected(RequestFileError{Kind::Content, path, decoded.error(), {}});
    return *std::move(decoded);
}

Result<Done, RequestFileError> RequestFilesOnDisk::save(const QString &path, const QByteArray &content,
                                                        Existing existing)
{
    if (content.size() > maximumSize)
        return unexpected(errorOf(Kind::TooLarge, path));
    // What could not be opened again is not written.
    if (const auto readable = decodeRequestFile(content); !readable)
        return unexpected(RequestFileError{Kind::Content, path, readable.error(), {}});
    if (isThere(path) && !QFileInfo(path).isFile())
        return unexpected(errorOf(Kind::NotAFile, path));
    QFile claim(path);
    const bool isNew = existing == Existing::Keep;
    if (isNew) {
        if (isThere(path))
            return unexpected(errorOf(Kind::Exists, path));
        // Claims the name, so that no file of another program is written over that came up meanwhile.
        if (!claim.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return unexpected(
                errorOf(isThere(path) ? Kind::Exists : Kind::NotWritable, path, claim.errorString()));
        claim.close();
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(content) != content.size() || !file.commit()) {
        const QString technical = file.errorString();
        if (isNew)
            claim.remove();
        return unexpected(errorOf(Kind::NotWritable, path, technical));
    }
    return Done{};
}

} // namespace tokenry
