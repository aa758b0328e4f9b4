// SPDX-License-Identifier: MIT
#include "domain/permissionset.h"

#include <algorithm>

namespace tokenry
{

PermissionSet::PermissionSet(std::vector<Permission> permissions) : m_permissions(std::move(permissions))
{
    std::ranges::sort(m_permissions);
    const auto repeated = std::ranges::unique(m_permissions);
    m_permissions.erase(repeated.begin(), repeated.end());
}

bool PermissionSet::contains(const Permission &permission) const
{
    return std::ranges::binary_search(m_permissions, permission);
}

bool PermissionSet::permitsAllDatabases(Action action) const
{
    return contains({Resource::allDatabases(), action});
}

QStringList PermissionSet::databases(Action action) const
{
    QStringList names;
    for (const Permission &permission : m_permissions) {
        if (permission.action == action && !permission.resource.isAllDatabases())
            names += permission.resource.name();
    }
    return names;
}

std::vector<PermissionSet::Row> PermissionSet::rows() const
{
    std::vector<Row> rows;
    for (const Permission &permission : m_permissions) {
        if (rows.empty() || rows.back().resource != permission.resource)
            rows.push_back({permission.resource});
        (permission.action == Action::Read ? rows.back().read : rows.back().write) = true;
    }
    return rows;
}

quint64 PermissionSet::fingerprint() const
{
    quint64 sum = 0;
    for (const Permission &permission : m_permissions)
        sum += fingerprintOf(permission.action, permission.resource.name());
    return sum;
}

} // namespace tokenry
