// SPDX-License-Identifier: MIT
#pragma once

#include "domain/expiry.h"
#include "domain/permissionselection.h"

#include <QString>

namespace tokenry
{

/// A token being composed. Belongs to one profile.
struct TokenDraft
{
    QString description;
    PermissionSelection permissions;
    ExpiryChoice expiry;
    /// The person wants a token without any permission.
    bool withoutAccess = false;

    friend bool operator==(const TokenDraft &, const TokenDraft &) = default;
};

/// As a new draft is: nothing typed, nothing chosen.
[[nodiscard]] bool isBlank(const TokenDraft &draft, const ExpiryChoice &defaultExpiry = {});

} // namespace tokenry
