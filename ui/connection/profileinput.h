// SPDX-License-Identifier: MIT
#pragma once

#include "domain/pastedtext.h"
#include "domain/profile.h"

#include <QStringList>

namespace tokenry
{

/// The profile dialog's fields as they are written, right or wrong; the token itself is not among them.
struct ProfileInput
{
    QString name;
    Environment environment = Environment::Production;
    QString managementUrl = ClusterAddress::defaultManagementUrl().toString();
    QString accountId;
    QString clusterId;
    QString clusterUrl;
    /// What was pasted last names several clusters; cleared by whoever takes an ID.
    bool severalClusters = false;
    Product product = Product::Dedicated;
    /// Path of a file.
    QString authority = {};
    /// InfluxDB Clustered only: whether its paths are to have IDs, and which.
    bool hasPathIds = false;
    QString pathAccount = placeholderId();
    QString pathCluster = placeholderId();
    ExpiryChoice defaultExpiry = {};
    /// As severalClusters.
    bool severalAccounts = false;

    /// What InfluxData's own clients put in the place of account and cluster.
    [[nodiscard]] static QString placeholderId()
    {
        return QStringLiteral("11111111-1111-1111-1111-111111111111");
    }
    [[nodiscard]] static ProfileInput of(const Profile &profile);
    /// Meaningful where there are no faults. The slug is the caller's.
    [[nodiscard]] Profile profile() const;
    /// The authority is named, not read.
    [[nodiscard]] ClusterAddress address() const;

    /// Another product: an address that can only be the other product's goes.
    void setProduct(Product chosen);
    /// Takes what a text pasted into one of the fields holds for the others; whether it held anything.
    bool takePasted(const QString &text);
    /// Where a cluster of InfluxData's own, or InfluxDB Clustered, is used; empty for other installations and
    /// for an ID that is none.
    [[nodiscard]] QString suggestedClusterUrl() const;

    friend bool operator==(const ProfileInput &, const ProfileInput &) = default;
};

/// What is wrong, as a sentence for each field; empty where nothing is.
struct ProfileFaults
{
    QString name;
    QString managementUrl;
    QString accountId;
    QString clusterId;
    QString clusterUrl;
    QString authority;
    QString token;
    /// Worth a look, not in the way of saving.
    QString nameCaution;

    /// Nothing keeps a test of the connection from being made.
    [[nodiscard]] bool canTest() const;
    [[nodiscard]] bool canSave() const;
};

/// \a otherNames are those of the other profiles. \a tokenKind counts where \a tokenGiven.
[[nodiscard]] ProfileFaults faultsOf(const ProfileInput &input, const QStringList &otherNames,
                                     bool tokenGiven, TokenKind tokenKind);

} // namespace tokenry
