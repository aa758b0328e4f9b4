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

Answer route(Cluster &cluster, const Call &call)
{
    authorize(cluster, call.authorization);
    const QStringList path = call.path.mid(2); // after api/v0
    if (path.size() < 5 || path.at(0) != u"accounts"_s || path.at(2) != u"clusters"_s)
        noSuchRoute();
    if (uuidFrom(path.at(1)) != cluster.accountId)
        throw Refusal{404, u"account not found"_s};
    if (uuidFrom(path.at(3)) != cluster.clusterId)
        throw Refusal{404, u"cluster not found"_s};
    if (path.at(4) == u"databases"_s)
        return answerDatabases(cluster, call, path.mid(5));
    if (path.at(4) == u"tokens"_s)
        return answerTokens(cluster, call, path.mid(5));
    noSuchRoute();
}

} // namespace

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
