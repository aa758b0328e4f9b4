// SPDX-License-Identifier: MIT
#include "wire/calls.h"

#include "wire/instant.h"
#include "wire/jsonstring.h"
#include "wire/permissionsjson.h"
#include "wire/urlpath.h"

namespace tokenry
{

namespace
{

/// The management URL's own path without slashes at its end, and without the API's root, which people may
/// have copied too.
QByteArray prefixOf(const QUrl &managementUrl)
{
    const QByteArray path = withoutLastSlashes(managementUrl.path(QUrl::FullyEncoded).toUtf8());
    constexpr QByteArrayView root = "/api/v0";
    return path.endsWith(root) ? withoutLastSlashes(path.chopped(root.size())) : path;
}

QByteArray clusterPath(const ClusterAddress &address)
{
    const QByteArray root = prefixOf(address.managementUrl) + "/api/v0";
    if (address.product == Product::Clustered && address.accountId.isEmpty())
        return root;
    return root + "/accounts/" + QUrl::toPercentEncoding(address.accountId) + "/clusters/" +
           QUrl::toPercentEncoding(address.clusterId);
}

} // namespace

EncodedCall listDatabases(const ClusterAddress &address)
{
    return {"GET", clusterPath(address) + "/databases", {}};
}

EncodedCall listTokens(const ClusterAddress &address)
{
    return {"GET", clusterPath(address) + "/tokens", {}};
}

QByteArray requestBody(const TokenRequest &request)
{
    QByteArray body = "{\n  \"description\": " + jsonString(request.description());
    if (!request.expiry().isNever())
        body += ",\n  \"expiresAt\": " + jsonString(rfc3339(request.expiry().instant()));
    return body + ",\n  \"permissions\": " + permissionsJson(request.permissions()) + "\n}";
}

EncodedCall createToken(const ClusterAddress &address, const TokenRequest &request)
{
    return {"POST", clusterPath(address) + "/tokens", requestBody(request)};
}

EncodedCall revokeToken(const ClusterAddress &address, const QString &tokenId)
{
    return {"DELETE", clusterPath(address) + "/tokens/" + QUrl::toPercentEncoding(tokenId), {}};
}

QByteArray encodedUrl(const ClusterAddress &address, const EncodedCall &call)
{
    QUrl origin = address.managementUrl;
    origin.setPath({});
    return origin.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment) + call.path;
}

} // namespace tokenry
