// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"

#include <QStringList>

namespace tokenry
{

/// Flags of influxctl itself, which come before the command: whose account is meant. InfluxDB Clustered has
/// no IDs to name: there it is a profile that the shell asks for, as influxctl's default one may be any
/// cluster's. For bash or zsh.
[[nodiscard]] QString accountFlag(const ClusterAddress &address);
/// The same for which cluster.
[[nodiscard]] QStringList clusterFlags(const ClusterAddress &address);

} // namespace tokenry
