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

/// host, with :port unless it is the scheme's own. As it is asked for, so that no letter of another script
/// looks like a host that is known.
QString hostOf(const QUrl &url)
{
    const QString plain = url.host(QUrl::FullyEncoded);
    const QString host = plain.contains(u':') ? u'[' + plain + u']' : plain;
    const int port = url.port(ownPort(url));
    return port == ownPort(url) ? host : host + u':' + QString::number(port);
}

/// scheme://host:port
QString originOf(const QUrl &url)
{
    return url.isEmpty() ? QString() : url.scheme() + QStringLiteral("://") + hostOf(url);
}

/// The origin and, where there is one, the private authority that vouches for it.
QString vouchedFor(const QString &origin, const PrivateAuthority &authority)
{
    if (authority.file.isEmpty())
        return origin;
    return origin + QStringLiteral(" ca-sha256:") + authority.fingerprint();
}

} // namespace

bool isLoopback(const QString &host)
{
    static const QRegularExpression numeric(QStringLiteral("^127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$"));
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           host == QLatin1String("::1") || numeric.match(host).hasMatch();
}

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
    return vouchedFor(managementOrigin(), authority);
}

QString ClusterAddress::clusterOrigin() const
{
    return originOf(clusterUrl);
}

QString ClusterAddress::clusterHost() const
{
    return hostOf(clusterUrl);
}

QString ClusterAddress::databaseTokenAccount() const
{
    return QStringLiteral("database tokens of ") + tokenAccount();
}

QString ClusterAddress::trustedClusterOrigin() const
{
    return vouchedFor(clusterOrigin(), authority);
}

bool ClusterAddress::sharesTokenWith(const ClusterAddress &other) const
{
    return tokenAccount() == other.tokenAccount() && trustedOrigin() == other.trustedOrigin();
}

QString ClusterAddress::managementOrigin() const
{
    return originOf(managementUrl);
}

QString ClusterAddress::managementHost() const
{
    return hostOf(managementUrl);
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
