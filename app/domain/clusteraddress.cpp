// SPDX-License-Identifier: MIT
#include "domain/clusteraddress.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace tokenry
{

namespace
{

int ownPort(const QUrl &url)
{
    return url.scheme() == QLatin1String("http") ? 80 : 443;
}

bool isLoopback(const QString &host)
{
    static const QRegularExpression numeric(QStringLiteral("^127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$"));
    return host == QLatin1String("localhost") || host == QLatin1String("::1") ||
           numeric.match(host).hasMatch();
}

} // namespace

QString PrivateAuthority::fingerprint() const
{
    if (pem.isEmpty())
        return {};
    return QString::fromLatin1(QCryptographicHash::hash(pem, QCryptographicHash::Sha256).toHex());
}

QString ClusterAddress::tokenAccount() const
{
    return product == Product::Clustered ? QStringLiteral("clustered") : accountId;
}

QString ClusterAddress::trustedOrigin() const
{
    if (authority.file.isEmpty())
        return managementOrigin();
    return managementOrigin() + QStringLiteral(" ca-sha256:") + authority.fingerprint();
}

bool ClusterAddress::sharesTokenWith(const ClusterAddress &other) const
{
    return tokenAccount() == other.tokenAccount() && trustedOrigin() == other.trustedOrigin();
}

QString ClusterAddress::managementOrigin() const
{
    return managementUrl.scheme() + QStringLiteral("://") + managementHost();
}

QString ClusterAddress::managementHost() const
{
    const QString host =
        managementUrl.host().contains(u':') ? u'[' + managementUrl.host() + u']' : managementUrl.host();
    const int port = managementUrl.port(ownPort(managementUrl));
    return port == ownPort(managementUrl) ? host : host + u':' + QString::number(port);
}

bool isUuid(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"));
    return shape.match(text).hasMatch();
}

std::optional<UrlFault> faultOf(const QUrl &url)
{
    if (url.isEmpty())
        return UrlFault::Empty;
    if (!url.isValid() || url.isRelative() || url.host().isEmpty())
        return UrlFault::NotAUrl;
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return UrlFault::NotHttp;
    if (url.scheme() == QLatin1String("http") && !isLoopback(url.host()))
        return UrlFault::PlainHttp;
    if (!url.userInfo().isEmpty())
        return UrlFault::HasCredentials;
    if (url.hasQuery() || url.hasFragment())
        return UrlFault::HasQuery;
    return std::nullopt;
}

} // namespace tokenry
