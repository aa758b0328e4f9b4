// SPDX-License-Identifier: MIT
#include "api/systemproxies.h"

#include "domain/clusteraddress.h"

namespace tokenry
{

QList<QNetworkProxy> SystemProxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (isLoopback(query.peerHostName()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}

} // namespace tokenry
