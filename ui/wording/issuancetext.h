// SPDX-License-Identifier: MIT
#pragma once

#include "domain/profile.h"
#include "domain/tokenrequest.h"
#include "journeys/issuancestate.h"
#include "wording/errortext.h"

#include <QString>

namespace tokenry
{

class Issuance;

/// Review's heading: whether a token exists by now.
[[nodiscard]] QString reviewHeading(const Issuance &issuance);
/// "Creates 1 token on prod-eu (PRODUCTION)"; "Created …" once it is made.
[[nodiscard]] QString creationText(const Issuance &issuance);
/// "Creating… 4 s. A token may already exist."
[[nodiscard]] QString waitingText(qint64 milliseconds);
/// "Writes 1 database, reads 20", or with "every database" for a wildcard.
[[nodiscard]] QString permissionsText(const PermissionSet &permissions);
/// What `*` permits: "every database, 220 today and any added later"; \a today where that is known.
[[nodiscard]] QString allDatabasesText(const std::optional<qsizetype> &today);
/// "Until Tue 2027-02-23 10:00 CET = 09:00 UTC (in 92 days)"; \a now is in the person's time zone.
[[nodiscard]] QString lifetimeText(const Expiry &expiry, const QDateTime &now);
/// What is wrong with a keychain name in itself; empty where nothing is.
[[nodiscard]] QString keychainNameFault(const QString &name);
/// The same for the name chosen, which must be free, too.
[[nodiscard]] QString keychainNameFault(const IssuanceState &state);
/// Review stayed open past the expiry.
[[nodiscard]] ErrorText expiryPassedText();
/// The click found another keychain than the one that was tried.
[[nodiscard]] ErrorText keychainChangedText();
/// Why the reveal dialog cannot be closed yet, and what closes it.
[[nodiscard]] ErrorText cannotCloseText(const IssuanceState &state);

} // namespace tokenry
