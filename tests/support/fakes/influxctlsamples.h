// SPDX-License-Identifier: MIT
#pragma once

#include "ports/influxctlprofiles.h"

namespace tokenry::testsupport
{

/// A profile of Cloud Dedicated with a management token on a line for itself.
inline InfluxctlProfile dedicatedSample(const QString &name, QChar digit = u'1')
{
    InfluxctlProfile profile;
    profile.line = 2;
    profile.name = name;
    profile.accountId = QStringLiteral("11111111-1111-4111-8111-111111111111").replace(u'1', digit);
    profile.clusterId = QStringLiteral("33333333-3333-4333-8333-333333333333").replace(u'3', digit);
    profile.managementToken = Secret::copyOf("M.V1.FAKE-of-" + name.toUtf8());
    profile.managementTokenLine = 8;
    return profile;
}

/// A profile of InfluxDB Clustered at its own host, without a management token.
inline InfluxctlProfile clusteredSample(const QString &name, const QString &host)
{
    InfluxctlProfile profile;
    profile.line = 12;
    profile.name = name;
    profile.product = Product::Clustered;
    profile.host = host;
    return profile;
}

/// Makes a configuration of profiles that are made anew each time.
template <class... Make>
Result<InfluxctlConfig, StorageError> influxctlConfig(Make &&...make)
{
    InfluxctlConfig config{QStringLiteral("/somewhere/influxctl/config.toml")};
    (config.profiles.push_back(make()), ...);
    return config;
}

} // namespace tokenry::testsupport
