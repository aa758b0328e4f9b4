// SPDX-License-Identifier: MIT
#include "demo/managementplane.h"

#include "demo/faultycreation.h"
#include "demo/refusal.h"
#include "demo/routes.h"
#include "demo/validation.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

void authorize(const Account &account, const Call &call)
{
    constexpr qsizetype schemeLength = 7;
    if (call.authorization.left(schemeLength).toLower() != "bearer "_ba)
        throw Refusal{401, u"unauthorized"_s};
    const QByteArray hash =
        QCryptographicHash::hash(call.authorization.mid(schemeLength).trimmed(), QCryptographicHash::Sha512);
    if (hash == account.managementTokenHash)
        return;
    if (hash != account.faults.readingTokenHash())
        throw Refusal{401, u"unauthorized"_s};
    if (call.method != "GET"_ba)
        throw Refusal{403, u"forbidden"_s};
}

// What lies below the cluster's own path; InfluxDB Clustered has nothing before it.
Answer below(Account &account, Cluster &cluster, const Call &call, const QStringList &path)
{
    if (path.value(0) == u"databases"_s)
        return answerDatabases(cluster, call, path.mid(1));
    if (path == QStringList{u"tokens"_s} && call.method == "POST"_ba)
        return createMeetingFaults(account, cluster, call);
    if (path.value(0) == u"tokens"_s)
        return answerTokens(cluster, call, path.mid(1));
    noSuchRoute();
}

Answer route(Account &account, const Call &call)
{
    authorize(account, call);
    const QStringList path = call.path.mid(2); // after api/v0
    if (Cluster &first = account.clusters.front(); first.accountId.isEmpty())
        return below(account, first, call, path);
    if (path.size() < 5 || path.at(0) != u"accounts"_s || path.at(2) != u"clusters"_s)
        noSuchRoute();
    if (uuidFrom(path.at(1)) != account.id)
        throw Refusal{404, u"account not found"_s};
    Cluster *const cluster = account.clusterWithId(uuidFrom(path.at(3)));
    if (!cluster)
        throw Refusal{404, u"cluster not found"_s};
    return below(account, *cluster, call, path.mid(4));
}

} // namespace

void insertIds(QJsonObject &object, const Cluster &cluster)
{
    if (cluster.accountId.isEmpty())
        return;
    object.insert(u"accountId"_s, cluster.accountId);
    object.insert(u"clusterId"_s, cluster.clusterId);
}

void noSuchRoute()
{
    throw Refusal{404, u"not found"_s};
}

Answer answerManagement(Account &account, const Call &call)
{
    try {
        return route(account, call);
    } catch (const Refusal &refusal) {
        return managementError(refusal.status, refusal.message);
    }
}

} // namespace tokenry::demo
