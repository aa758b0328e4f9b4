// SPDX-License-Identifier: MIT
#include "render/influxctlflags.h"

#include "render/shellquote.h"

namespace tokenry
{

QString accountFlag(const ClusterAddress &address)
{
    return address.product == Product::Clustered
               ? QStringLiteral("--profile \"${PROFILE:?set it to the influxctl profile of this cluster}\"")
               : QLatin1String("--account ") + shellQuoted(address.accountId);
}

QStringList clusterFlags(const ClusterAddress &address)
{
    QStringList flags{accountFlag(address)};
    if (address.product != Product::Clustered)
        flags += QLatin1String("--cluster ") + shellQuoted(address.clusterId);
    return flags;
}

} // namespace tokenry
