// SPDX-License-Identifier: MIT
#include "demo/managementplane.h"

#include "demo/refusal.h"
#include "demo/routes.h"
#include "demo/validation.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

void authorize(const Cluster &cluster, const QByteArray &authorization)
{
    constexpr qsizetype schemeLength = 7;
    const bool bearer = authorization.left(schemeLength).toLower() == "bearer "_ba;
    const QByteArray token = authorization.mid(schemeLength).trimmed();
    if (!bearer || QCryptographicHash::hash(token, QCryptographicHash::Sha512) != cluster.managementTokenHash)
        throw Refusal{401, u"unauthorized"_s};
}

// What lies below the cluster's own path; InfluxDB Clustered has nothing before it.
Answer below(Cluster &cluster, const Call &call, const QStringList &path)
{
    if (!path.isEmpty() && path.first() == u"databases"_s)
        return answerDatabases(cluster, call, path.mid(1));
    if (!path.isEmpty() && path.first() == u"tokens"_s)
        return answerTokens(cluster, call, path.mid(1));
    noSuchRoute();
}

Answer route(Cluster &cluster, const Call &call)
{
    authorize(cluster, call.authorization);
    const QStringList path = call.path.mid(2); // after api/v0
    if (cluster.accountId.isEmpty())
        return below(cluster, call, path);
    if (path.size() < 5 || path.at(0) != u"accounts"_s || path.at(2) != u"clusters"_s)
        noSuchRoute();
    if (uuidFrom(path.at(1)) != cluster.accountId)
        throw Refusal{404, u"account not found"_s};
    if (uuidFrom(path.at(3)) != cluster.clusterId)
        throw Refusal{404, u"cluster not found"_s};
    return below(cluster, call, path.mid(4));
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

Answer answerManagement(Cluster &cluster, const Call &call)
{
    try {
        return route(cluster, call);
    } catch (const Refusal &refusal) {
        return managementError(refusal.status, refusal.message);
    }
}

} // namespace tokenry::demo
