// SPDX-License-Identifier: MIT
#pragma once

#include "demo/cluster.h"
#include "demo/faults.h"

#include <vector>

namespace tokenry::demo
{

// What is served: one account with its clusters, the production one first.
struct Account
{
    QString id;
    QByteArray managementTokenHash; // SHA-512
    std::vector<Cluster> clusters;
    std::chrono::milliseconds lateness; // of an answer that is to come late
    Faults faults;

    // Null for an ID that none of them has.
    Cluster *clusterWithId(const QString &clusterId);
};

} // namespace tokenry::demo
