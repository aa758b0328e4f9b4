// SPDX-License-Identifier: MIT
#pragma once

#include "domain/profile.h"
#include "ports/influxctlprofiles.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace tokenry
{

/// What would be made of one profile of influxctl's.
struct ImportCandidate
{
    /// Why an address cannot be made of it, although the file is right.
    enum class Fault { BadHost };

    InfluxctlProfile source;
    /// Complete with a free slug and a free name; meaningful where isUsable().
    Profile profile = {};
    std::optional<Fault> fault = {};
    /// Its management token is a database token, which makes no others: left out of source.
    bool hadDatabaseToken = false;
    /// The profile that is there already for the same cluster.
    std::optional<Profile> existing = {};
    /// Name of an earlier one in the file for the same cluster; empty where this is the first.
    QString sameAs = {};

    [[nodiscard]] bool isUsable() const { return !source.fault && !fault; }
    [[nodiscard]] bool hasToken() const { return !source.managementToken.isEmpty(); }
    /// Clustered: it names IDs that cannot go into the path, because one is missing or is none.
    [[nodiscard]] bool leavesOutIds() const
    {
        return source.product == Product::Clustered && profile.address.accountId.isEmpty() &&
               !(source.accountId.isEmpty() && source.clusterId.isEmpty());
    }
    /// There is something to do for it: a profile to make, or a token to take over for the one that is there.
    [[nodiscard]] bool isImportable() const
    {
        return isUsable() &&
               (!existing || (hasToken() && profile.address.sharesTokenWith(existing->address)));
    }
    /// Worth choosing before the person says anything.
    [[nodiscard]] bool isProposed() const { return isUsable() && !existing && sameAs.isEmpty(); }
    [[nodiscard]] bool wasRenamed() const { return profile.name != source.name.trimmed(); }
};

/// Production unless the name says otherwise: the environment that is handled with most care.
[[nodiscard]] Environment environmentFor(const QString &name);

/// Reads an authority's file.
using ReadAuthority = std::function<PrivateAuthority(const QString &file)>;

/// What would be made of them, beside the profiles that are there and the slugs that are taken.
[[nodiscard]] std::vector<ImportCandidate> candidatesFrom(std::vector<InfluxctlProfile> found,
                                                          const std::vector<Profile> &known,
                                                          const QStringList &takenSlugs,
                                                          const ReadAuthority &readAuthority);

} // namespace tokenry
