// SPDX-License-Identifier: MIT
#pragma once

#include "demo/answer.h"
#include "demo/call.h"
#include "demo/cluster.h"

// What lies below /api/v0/accounts/{accountId}/clusters/{clusterId}. `rest` are the segments after
// `databases` or `tokens`. Everything throws Refusal; a path or method the contract does not have is 404 (it
// knows no 405).
namespace tokenry::demo
{

Answer answerDatabases(Cluster &cluster, const Call &call, const QStringList &rest);
Answer answerTables(Cluster &cluster, const Call &call,
                    const QStringList &rest); // rest[0] is the database's name
Answer answerTokens(Cluster &cluster, const Call &call, const QStringList &rest);

// accountId and clusterId, which InfluxDB Clustered does not answer.
void insertIds(QJsonObject &object, const Cluster &cluster);

[[noreturn]] void noSuchRoute();

} // namespace tokenry::demo
