// SPDX-License-Identifier: MIT
#pragma once

#include "domain/permissionset.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace tokenry
{

/// A token as the server keeps it; its secret is not part of it. Fields the server left out are empty or not
/// valid.
struct Token
{
    QString id;
    QString accountId;
    QString clusterId;
    QString description;
    PermissionSet permissions;
    std::vector<UnknownPermission> unknownPermissions;
    QDateTime createdAt;
    std::optional<QDateTime> expiresAt;
    std::optional<QDateTime> revokedAt;

    friend bool operator==(const Token &, const Token &) = default;
};

} // namespace tokenry
