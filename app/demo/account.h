// SPDX-License-Identifier: MIT
#pragma once

#include "demo/cluster.h"
#include "demo/faults.h"

#include <array>
#include <span>

namespace tokenry::demo
{

// What is served: one account with its clusters, the production one first.
struct Account
{
    QString id;
    QByteArray managementTokenHash; // SHA-512
    std::array<Cluster, 3> clusters;
    std::chrono::milliseconds lateness; // of an answer that is to come late
    Faults faults;

    // Those that can be reached: an InfluxDB Clustered is one, and nothing in its paths tells it from
    // another.
    std::span<const Cluster> served() const;
    // Null for an ID that none of them has.
    Cluster *clusterWithId(const QString &clusterId);
};

} // namespace tokenry::demo
