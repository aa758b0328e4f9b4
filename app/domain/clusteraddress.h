// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace tokenry
{

/// Where a cluster is managed and where it is used. IDs are lower-case UUIDs by shape, not by version
/// (InfluxDB Clustered uses a dummy that is no UUID v4).
struct ClusterAddress
{
    static QUrl defaultManagementUrl() { return QUrl(QStringLiteral("https://console.influxdata.com")); }

    QUrl managementUrl = defaultManagementUrl();
    QString accountId;
    QString clusterId;
    /// May be empty: then a new token cannot be tried out.
    QUrl clusterUrl;

    /// scheme://host:port of the management URL, the port left out where it is the scheme's own.
    [[nodiscard]] QString managementOrigin() const;
    /// host of the management URL, with :port unless it is the scheme's own; the HOST in keychain names.
    [[nodiscard]] QString managementHost() const;

    friend bool operator==(const ClusterAddress &, const ClusterAddress &) = default;
};

[[nodiscard]] bool isUuid(const QString &text);

enum class UrlFault { Empty, NotAUrl, NotHttp, PlainHttp, HasCredentials, HasQuery };
/// Whether a management or cluster URL may be used: https, or http to this machine only; no user, query or
/// fragment.
[[nodiscard]] std::optional<UrlFault> faultOf(const QUrl &url);

} // namespace tokenry
