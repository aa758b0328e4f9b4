// SPDX-License-Identifier: MIT
#pragma once

#include "domain/databasecatalog.h"
#include "ports/apierror.h"
#include "ports/keychain.h"

namespace tokenry::gallery
{

/// As many as a real cluster has, with names as people give them; a few that need care are among them.
[[nodiscard]] std::vector<Database> databases();
[[nodiscard]] DatabaseCatalog::Ptr catalog();

/// Of 64 characters, the most there can be, without a place to break the line.
[[nodiscard]] QString longName();
/// Turns its reading direction around, and has characters that are not seen.
[[nodiscard]] QString strangeName();
[[nodiscard]] QString description();
[[nodiscard]] QString longDescription();
[[nodiscard]] QString strangeDescription();

struct KeychainSample
{
    const char *name;
    KeychainError error;
};
/// Each kind once.
[[nodiscard]] std::vector<KeychainSample> keychainErrors();

struct ApiSample
{
    const char *name;
    ApiError error;
};
/// What a creation or a revocation comes back with, certain and unclear.
[[nodiscard]] std::vector<ApiSample> apiErrors();
/// The ways in which there is no network, or none that leads to the server.
[[nodiscard]] std::vector<ApiSample> offlineErrors();

} // namespace tokenry::gallery
