// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"
#include "domain/expiry.h"

#include <QStringList>

namespace tokenry
{

enum class Environment { Production, Staging, Other };

/// One cluster the person works with. No secret.
struct Profile
{
    /// Fixed when the profile is made; file name and part of the keychain names: [a-z0-9][a-z0-9-]*.
    QString slug;
    QString name;
    Environment environment = Environment::Other;
    ClusterAddress address;
    /// When a new token ends unless something else is chosen: after a number of days, or never.
    ExpiryChoice defaultExpiry;

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// A slug for the name that none of \a taken bears: "Prod EU" gives prod-eu, or prod-eu-2.
[[nodiscard]] QString slugFor(const QString &name, const QStringList &taken);

} // namespace tokenry
