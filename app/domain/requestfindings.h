// SPDX-License-Identifier: MIT
#pragma once

#include "domain/databasecatalog.h"
#include "domain/tokenrequest.h"

#include <QStringList>

namespace tokenry
{

/// What has become of a request between its export and today.
struct RequestFindings
{
    /// The request in the file is not the one whose fingerprint the file bears.
    bool edited = false;
    /// Names that are not on the cluster today, in order. Empty also where the list is not known.
    QStringList missing;
    bool listKnown = true;
    /// The expiry has passed.
    bool expired = false;
    /// A fifth of the lifetime or more has passed, and the expiry has not.
    bool aged = false;
    /// It says it was exported later than now, by more than clocks differ: how old it is, is not known.
    bool fromFuture = false;
    /// The expiry was renewed here, after the file was read.
    bool renewed = false;

    /// The request is the one that was exported, whatever has become of the cluster and the time.
    [[nodiscard]] bool isAsExported() const { return !edited && !renewed; }
    /// There is nothing to look at.
    [[nodiscard]] bool isCalm() const
    {
        return isAsExported() && missing.isEmpty() && listKnown && !expired && !aged && !fromFuture;
    }

    friend bool operator==(const RequestFindings &, const RequestFindings &) = default;
};

/// The names that are not among the databases, in order.
[[nodiscard]] QStringList missingOf(const PermissionSet &permissions, const DatabaseCatalog &databases);

/// All but edited and renewed. \a databases is null where the list could not be read.
[[nodiscard]] RequestFindings findingsOf(const TokenRequest &request, const QDateTime &exportedAt,
                                         const DatabaseCatalog *databases, const QDateTime &now);

/// The expiry that gives the token as many days from now as it had when it was exported. A lifetime that one
/// of the usual choices led to (which end on the next working morning) counts as that choice.
[[nodiscard]] ExpiryChoice renewedExpiry(const Expiry &expiry, const QDateTime &exportedAt);

} // namespace tokenry
