// SPDX-License-Identifier: MIT
#pragma once

#include "ports/profilestore.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <optional>

namespace tokenry::testsupport
{

/// Profiles in memory.
class FakeProfileStore final : public ProfileStore
{
public:
    std::vector<Profile> profiles;
    std::vector<StorageError> broken;
    /// What CA files hold, by path; any other cannot be read.
    QHash<QString, QByteArray> authorities;
    mutable int authoritiesRead = 0;
    /// Saving and removing fail with it while it is set.
    std::optional<StorageError> failure;

    [[nodiscard]] Loaded load() const override { return {profiles, broken}; }

    [[nodiscard]] Result<Done, StorageError> save(const Profile &profile) override
    {
        if (failure)
            return unexpected(*failure);
        std::erase_if(profiles, [&](const Profile &known) { return known.slug == profile.slug; });
        profiles.push_back(profile);
        return Done{};
    }

    [[nodiscard]] Result<Done, StorageError> add(const Profile &profile) override
    {
        if (takenSlugs().contains(profile.slug))
            return unexpected(StorageError{StorageError::Kind::AlreadyThere, profile.slug, 0, 0, {}, {}});
        return save(profile);
    }

    [[nodiscard]] QStringList takenSlugs() const override
    {
        QStringList slugs;
        for (const Profile &profile : profiles)
            slugs << profile.slug;
        for (const StorageError &error : broken)
            slugs << QFileInfo(error.file).completeBaseName().toLower();
        return slugs;
    }

    [[nodiscard]] Result<Done, StorageError> remove(const QString &slug) override
    {
        if (failure)
            return unexpected(*failure);
        std::erase_if(profiles, [&](const Profile &known) { return known.slug == slug; });
        return Done{};
    }

    [[nodiscard]] PrivateAuthority readAuthority(const QString &file) const override
    {
        ++authoritiesRead;
        PrivateAuthority authority{file, authorities.value(file)};
        if (authority.isMissing())
            authority.fault = QStringLiteral("No such file or directory");
        return authority;
    }
};

} // namespace tokenry::testsupport
