// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"
#include "domain/pastedtext.h"
#include "domain/profile.h"
#include "ports/profilestore.h"
#include "wording/errortext.h"

namespace tokenry
{

/// PRODUCTION, STAGING, OTHER
[[nodiscard]] QString environmentWord(Environment environment);
/// The environment; DEMO for a demo cluster that plays neither production nor staging.
[[nodiscard]] QString environmentWord(const Profile &profile);
/// Production, Staging, Other
[[nodiscard]] QString environmentName(Environment environment);
[[nodiscard]] QString environmentExplanation(Environment environment);

/// InfluxDB Cloud Dedicated, InfluxDB Clustered
[[nodiscard]] QString productName(Product product);

/// What is wrong with the URL, at its field.
[[nodiscard]] QString textFor(UrlFault fault);
/// Why the CA file cannot be used, at its field.
[[nodiscard]] QString authorityUnusable(const PrivateAuthority &authority);
/// What a token's beginning gives away, at the field for the management token; empty where it looks right.
[[nodiscard]] QString textFor(TokenKind kind);
/// At any other field that a token was written into.
[[nodiscard]] QString tokenInWrongField();

[[nodiscard]] ErrorText textFor(const StorageError &error);
/// Why the profile dialog did not save; \a tokenStored: the management token is in the keychain by then.
[[nodiscard]] ErrorText profileNotSaved(const StorageError &error, bool tokenStored);
/// Takes the right to write the file or folder from everybody but its owner.
[[nodiscard]] QString writeProtectCommand(const QString &path);

/// An ID short enough for a header: 11111111…
[[nodiscard]] QString shortId(const QString &id);

} // namespace tokenry
