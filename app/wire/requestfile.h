// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "domain/profile.h"
#include "domain/tokenrequest.h"
#include "wire/documentfault.h"

#include <QByteArray>

namespace tokenry
{

/// A request as it travels in a file, so that someone else can review it. No secret.
///
/// JSON in UTF-8 with the keys tokenry ("token request"), version (1), cluster, exportedAt, fingerprint
/// (SHA-256 of the request's bytes) and request, which is written byte for byte as it would be sent. Every
/// other key is refused. cluster is {name, environment, accountId, clusterId} for Cloud Dedicated; for
/// InfluxDB Clustered it has product ("clustered") and managementOrigin, and both IDs or none.
struct RequestFile
{
    struct Cluster
    {
        /// As the profile is called where the file was made.
        QString name;
        Environment environment = Environment::Other;
        Product product = Product::Dedicated;
        /// Of InfluxDB Clustered both may be empty, and tell no cluster from another.
        QString accountId;
        QString clusterId;
        /// ClusterAddress::managementOrigin() of InfluxDB Clustered, by which it is known; empty otherwise.
        QString managementOrigin;

        /// Whether it is the cluster at this address.
        [[nodiscard]] bool isAt(const ClusterAddress &address) const;
        [[nodiscard]] static Cluster of(const Profile &profile);

        friend bool operator==(const Cluster &, const Cluster &) = default;
    };

    static constexpr int version = 1;
    /// Of permissions; more than any cluster has databases.
    static constexpr size_t maximumPermissions = 10'000;

    Cluster cluster;
    /// In UTC, whole seconds.
    QDateTime exportedAt;
    /// It was valid when it was exported; its expiry may have passed since.
    TokenRequest request;
    /// What the file says; 64 lower-case hexadecimal digits.
    QString statedSha256;

    /// Description, expiry and permissions are those whose fingerprint the file bears, however the file was
    /// reformatted on its way.
    [[nodiscard]] bool isUnchanged() const;
};

[[nodiscard]] QByteArray encodeRequestFile(const Profile &profile, const TokenRequest &request,
                                           const QDateTime &exportedAt);
[[nodiscard]] Result<RequestFile, DocumentFault> decodeRequestFile(const QByteArray &json);

} // namespace tokenry
