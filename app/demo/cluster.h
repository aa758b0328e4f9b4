// SPDX-License-Identifier: MIT
#pragma once

#include "demo/databasestore.h"
#include "demo/tokenstore.h"

#include <chrono>

namespace tokenry::demo
{

// One cluster of the account.
struct Cluster
{
    QString name;
    QString accountId; // both IDs are empty for InfluxDB Clustered
    QString clusterId;
    std::chrono::milliseconds activationDelay;
    DatabaseStore databases;
    TokenStore tokens;
};

} // namespace tokenry::demo
