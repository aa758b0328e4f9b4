// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "domain/profile.h"
#include "ports/storageerror.h"
#include "ports/trustedorigins.h"

#include <QStringList>

#include <vector>

namespace tokenry
{

/// The profiles, one file each, with what the CA files hold that they name.
class ProfileStore
{
public:
    struct Loaded
    {
        std::vector<Profile> profiles; // by name
        std::vector<StorageError> broken;
    };

    virtual ~ProfileStore() = default;

    [[nodiscard]] virtual Loaded load() const = 0;
    [[nodiscard]] virtual Result<Done, StorageError> save(const Profile &profile) = 0;
    /// The same for a new profile: AlreadyThere rather than replace another's file, usable or not.
    [[nodiscard]] virtual Result<Done, StorageError> add(const Profile &profile) = 0;
    /// What no new profile can be called: the slugs of all files there are now, usable or not.
    [[nodiscard]] virtual QStringList takenSlugs() const = 0;
    [[nodiscard]] virtual Result<Done, StorageError> remove(const QString &slug) = 0;

    /// The authority as its file is now; never fails, but says so in the value. An empty path is none.
    [[nodiscard]] virtual PrivateAuthority readAuthority(const QString &file) const = 0;
};

} // namespace tokenry
