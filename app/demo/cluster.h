// SPDX-License-Identifier: MIT
#pragma once

#include "demo/databasestore.h"
#include "demo/tokenstore.h"

#include <chrono>

namespace tokenry::demo
{

// The one cluster of the one account that is served.
struct Cluster
{
    QString accountId; // both IDs are empty for InfluxDB Clustered
    QString clusterId;
    QByteArray managementTokenHash; // SHA-512
    std::chrono::milliseconds activationDelay;
    DatabaseStore databases;
    TokenStore tokens;
};

} // namespace tokenry::demo
