// SPDX-License-Identifier: MIT
#pragma once

#include "ports/profilestore.h"

#include <QString>

namespace tokenry
{

/// The profiles as files: DIRECTORY/profiles/SLUG.toml, see profiletoml.h for what they hold. Files and
/// directories that others can write are refused; a broken file hides its own profile only, and is never
/// overwritten. One that somebody wrote by hand is kept as SLUG.toml.bak when it is replaced.
class ProfileFiles final : public ProfileStore
{
public:
    /// \a directory is Tokenry's config directory; it need not exist.
    explicit ProfileFiles(QString directory);

    [[nodiscard]] Loaded load() const override;
    [[nodiscard]] Result<Done, StorageError> save(const Profile &profile) override;
    [[nodiscard]] Result<Done, StorageError> add(const Profile &profile) override;
    [[nodiscard]] QStringList takenSlugs() const override;
    [[nodiscard]] Result<Done, StorageError> remove(const QString &slug) override;
    /// A file that others can write counts as unreadable: whoever can write it decides who is trusted.
    [[nodiscard]] PrivateAuthority readAuthority(const QString &file) const override;

private:
    [[nodiscard]] QString directory() const;
    [[nodiscard]] QStringList fileNames() const;
    [[nodiscard]] QString fileFor(const QString &slug) const;
    [[nodiscard]] Result<Profile, StorageError> loadOne(const QString &slug) const;

    QString m_configDirectory;
};

} // namespace tokenry
