// SPDX-License-Identifier: MIT
#include "demo/account.h"

#include <algorithm>

namespace tokenry::demo
{

std::span<const Cluster> Account::served() const
{
    const std::span<const Cluster> all(clusters);
    return clusters.front().accountId.isEmpty() ? all.first(1) : all;
}

Cluster *Account::clusterWithId(const QString &clusterId)
{
    const auto found = std::find_if(clusters.begin(), clusters.end(),
                                    [&](const Cluster &cluster) { return cluster.clusterId == clusterId; });
    return found == clusters.end() ? nullptr : &*found;
}

} // namespace tokenry::demo
