// SPDX-License-Identifier: MIT
#include "storage/profilefiles.h"

#include "domain/naturalorder.h"
#include "storage/privatefile.h"
#include "storage/profiletoml.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace tokenry
{

namespace
{

using Kind = StorageError::Kind;

std::optional<StorageError> slugFault(const QString &slug, const QString &file)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9][a-z0-9-]*\\z"));
    if (form.match(slug).hasMatch())
        return {};
    return StorageError{Kind::BadName,
                        file,
                        0,
                        0,
                        {},
                        QStringLiteral("expected a file name of a-z, 0-9 and -, such as prod-eu.toml")};
}

} // namespace

ProfileFiles::ProfileFiles(QString directory) : m_configDirectory(std::move(directory)) {}

QString ProfileFiles::directory() const
{
    return m_configDirectory + QLatin1String("/profiles");
}

QString ProfileFiles::fileFor(const QString &slug) const
{
    return directory() + QLatin1Char('/') + slug + QLatin1String(".toml");
}

QStringList ProfileFiles::fileNames() const
{
    // System: with links that lead nowhere.
    const auto filter = QDir::Files | QDir::Dirs | QDir::System | QDir::NoDotAndDotDot;
    return QDir(directory()).entryList({QStringLiteral("*.toml")}, filter, QDir::Name);
}

QStringList ProfileFiles::takenSlugs() const
{
    QStringList slugs;
    // Also what a file would be called once its name is mended.
    for (const QString &name : fileNames())
        slugs << name.chopped(5).toLower();
    return slugs;
}

ProfileStore::Loaded ProfileFiles::load() const
{
    Loaded loaded;
    for (const QString &path : {m_configDirectory, directory()}) {
        if (auto error = writableByOthers(path)) {
            loaded.broken.push_back(*std::move(error));
            return loaded;
        }
    }
    const QFileInfo info(directory());
    if (info.exists() && (!info.isDir() || !info.isReadable())) {
        loaded.broken.push_back(
            {Kind::NotReadable,
             directory(),
             0,
             0,
             {},
             info.isDir() ? QStringLiteral("no permission to read it") : QStringLiteral("not a folder"),
             true});
        return loaded;
    }
    for (const QString &name : fileNames()) {
        if (auto profile = loadOne(name.chopped(5))) {
            profile->address.authority = readAuthority(profile->address.authority.file);
            loaded.profiles.push_back(*std::move(profile));
        } else
            loaded.broken.push_back(std::move(profile).error());
    }
    std::stable_sort(loaded.profiles.begin(), loaded.profiles.end(), [](const Profile &a, const Profile &b) {
        return naturalKey(a.name) < naturalKey(b.name);
    });
    return loaded;
}

Result<Profile, StorageError> ProfileFiles::loadOne(const QString &slug) const
{
    const QString file = fileFor(slug);
    if (auto fault = slugFault(slug, file))
        return unexpected(*std::move(fault));
    return readPrivateFile(file).and_then(
        [&](const QByteArray &text) { return profileFromToml(text, slug, file); });
}

Result<Done, StorageError> ProfileFiles::save(const Profile &profile)
{
    const QString file = fileFor(profile.slug);
    if (auto fault = slugFault(profile.slug, file))
        return unexpected(*std::move(fault));
    if (auto error = writableByOthers(m_configDirectory))
        return unexpected(*std::move(error));
    std::optional<QByteArray> byHand;
    if (QFileInfo::exists(file)) {
        // Someone wrote it by hand and mistyped: theirs to mend, not ours to lose.
        if (auto existing = loadOne(profile.slug); !existing)
            return unexpected(std::move(existing).error());
        auto text = readPrivateFile(file);
        if (!text)
            return unexpected(std::move(text).error());
        if (!isMadeByTokenry(*text))
            byHand = *std::move(text);
    }
    // What could not be loaded again is not written.
    const QByteArray text = tomlOf(profile);
    if (auto readable = profileFromToml(text, profile.slug, file); !readable)
        return unexpected(std::move(readable).error());
    // Comments and order are lost in rewriting.
    if (byHand) {
        if (auto kept = writePrivateFile(file + QLatin1String(".bak"), *byHand); !kept)
            return kept;
    }
    return writePrivateFile(file, text);
}

Result<Done, StorageError> ProfileFiles::add(const Profile &profile)
{
    if (takenSlugs().contains(profile.slug))
        return unexpected(StorageError{Kind::AlreadyThere, fileFor(profile.slug), 0, 0, {}, {}});
    return save(profile);
}

PrivateAuthority ProfileFiles::readAuthority(const QString &file) const
{
    PrivateAuthority authority{file};
    if (file.isEmpty())
        return authority;
    auto content = readPrivateFile(file);
    if (!content && content.error().file != file)
        // It is its folder that others can write.
        authority.fault = QStringLiteral("%1: %2").arg(content.error().file, content.error().technical);
    else if (!content)
        authority.fault = content.error().technical;
    else if (!content->contains("-----BEGIN CERTIFICATE-----"))
        authority.fault = QStringLiteral("expected certificates as PEM (-----BEGIN CERTIFICATE-----)");
    else
        authority.pem = *std::move(content);
    return authority;
}

Result<Done, StorageError> ProfileFiles::remove(const QString &slug)
{
    const QString file = fileFor(slug);
    if (auto fault = slugFault(slug, file))
        return unexpected(*std::move(fault));
    return removePrivateFile(file);
}

} // namespace tokenry
