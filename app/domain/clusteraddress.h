// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace tokenry
{

/// Cloud Dedicated is managed at InfluxData's console, Clustered at the cluster's own host.
enum class Product { Dedicated, Clustered };

/// Certificates in a file, trusted beside the system's authorities. A value: what was read is what is used,
/// also when the file changes meanwhile.
struct PrivateAuthority
{
    /// Absolute path; empty where only the system's authorities count.
    QString file;
    /// What the file held when it was read; empty where it could not be read.
    QByteArray pem = {};
    /// Why not, as the system says it.
    QString fault = {};

    /// SHA-256 of the content in hexadecimal; empty without content.
    [[nodiscard]] QString fingerprint() const;
    /// A file is named and nothing of it is known: no connection may be made.
    [[nodiscard]] bool isMissing() const { return !file.isEmpty() && pem.isEmpty(); }

    friend bool operator==(const PrivateAuthority &, const PrivateAuthority &) = default;
};

/// Where a cluster is managed and where it is used. IDs are lower-case UUIDs by shape, not by version
/// (InfluxDB Clustered uses a dummy that is no UUID v4).
struct ClusterAddress
{
    static QUrl defaultManagementUrl() { return QUrl(QStringLiteral("https://console.influxdata.com")); }
    /// Where a cluster that is managed there is used.
    static QUrl defaultClusterUrl(const QString &clusterId)
    {
        return QUrl(QStringLiteral("https://%1.a.influxdb.io").arg(clusterId));
    }

    QUrl managementUrl = defaultManagementUrl();
    QString accountId;
    QString clusterId;
    /// May be empty: then a new token cannot be tried out.
    QUrl clusterUrl;
    /// Clustered has no account and no cluster ID: both are empty, or both are what its servers want in
    /// paths.
    Product product = Product::Dedicated;
    PrivateAuthority authority = {};

    /// scheme://host:port of the management URL, the port left out where it is the scheme's own; the host as
    /// it is asked for: xn--… where it is written with other letters than a to z.
    [[nodiscard]] QString managementOrigin() const;
    /// host of the management URL, with :port unless it is the scheme's own; the HOST in keychain names.
    [[nodiscard]] QString managementHost() const;
    /// Whose management token it is: the account's ID, or "clustered", where the host alone tells.
    [[nodiscard]] QString tokenAccount() const;
    /// What a person allows a management token to be sent to: the origin and, where there is one, the private
    /// authority that vouches for it.
    [[nodiscard]] QString trustedOrigin() const;
    /// scheme://host:port of the cluster URL, like managementOrigin(); empty without one.
    [[nodiscard]] QString clusterOrigin() const;
    /// host of the cluster URL, like managementHost(); empty without one.
    [[nodiscard]] QString clusterHost() const;
    /// Under which account and origin a person allows database tokens to be sent to the cluster URL: never
    /// those of the management token, which opens far more.
    [[nodiscard]] QString databaseTokenAccount() const;
    [[nodiscard]] QString trustedClusterOrigin() const;
    /// Whether both use the same management token, and send it to the same place.
    [[nodiscard]] bool sharesTokenWith(const ClusterAddress &other) const;

    friend bool operator==(const ClusterAddress &, const ClusterAddress &) = default;
};

[[nodiscard]] bool isUuid(const QString &text);
/// Whether the host is this machine itself.
[[nodiscard]] bool isLoopback(const QString &host);

enum class UrlFault { Empty, NotAUrl, NotHttp, PlainHttp, HasCredentials, HasQuery };
/// Whether a management or cluster URL may be used: https, or http to this machine only; no user, query or
/// fragment.
[[nodiscard]] std::optional<UrlFault> faultOf(const QUrl &url);

} // namespace tokenry
