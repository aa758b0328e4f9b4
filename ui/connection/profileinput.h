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
    ExpiryChoice defaultExpiry = {};

    [[nodiscard]] static ProfileInput of(const Profile &profile);
    /// Meaningful where there are no faults. The slug is the caller's.
    [[nodiscard]] Profile profile() const;
    [[nodiscard]] ClusterAddress address() const;

    /// Takes what a text pasted into one of the fields holds for the others; whether it held anything.
    bool takePasted(const QString &text);
    /// Where a cluster of InfluxData's own is used; empty for other installations and for an ID that is none.
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
    QString token;

    /// Nothing keeps a test of the connection from being made.
    [[nodiscard]] bool canTest() const;
    [[nodiscard]] bool canSave() const;
};

/// \a otherNames are those of the other profiles. \a tokenKind counts where \a tokenGiven.
[[nodiscard]] ProfileFaults faultsOf(const ProfileInput &input, const QStringList &otherNames,
                                     bool tokenGiven, TokenKind tokenKind);

} // namespace tokenry
