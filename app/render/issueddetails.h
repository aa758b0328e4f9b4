// SPDX-License-Identifier: MIT
#pragma once

#include "domain/keychainitem.h"
#include "domain/token.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace tokenry
{

/// What may be known about an issued token: all but its secret.
struct IssuedDetails
{
    Token token;
    /// May be empty.
    QUrl clusterUrl;
    /// Where the secret is kept, if it is.
    std::optional<KeychainItem> keychainItem;
};

/// To paste into a ticket or a note. Characters that cannot be seen are written out, so that no name can pose
/// as a line of its own.
[[nodiscard]] QString tokenDetailsText(const IssuedDetails &details);

/// Indented JSON with the API's own names, plus "unknownPermissions", "clusterUrl" and "keychain" {"service",
/// "key"} where there are any. Times in whole seconds, UTC; a key is left out where nothing is known,
/// "expiresAt" also when never.
[[nodiscard]] QString tokenDetailsJson(const IssuedDetails &details);

} // namespace tokenry
