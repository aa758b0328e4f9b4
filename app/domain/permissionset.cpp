// SPDX-License-Identifier: MIT
#include "domain/permissionset.h"

#include "domain/naturalorder.h"

#include <algorithm>
#include <iterator>

namespace tokenry
{

namespace
{

/// As Resource compares, with the key made once.
struct Keyed
{
    QByteArray key;
    Permission permission;

    explicit Keyed(Permission its)
        : key(its.resource.isAllDatabases() ? QByteArray() : naturalKey(its.resource.name())),
          permission(std::move(its))
    {
    }

    friend bool operator<(const Keyed &a, const Keyed &b)
    {
        const int order = a.key.compare(b.key);
        return order != 0 ? order < 0 : a.permission.action < b.permission.action;
    }
};

} // namespace

PermissionSet::PermissionSet(std::vector<Permission> permissions)
{
    std::vector<Keyed> keyed(std::make_move_iterator(permissions.begin()),
                             std::make_move_iterator(permissions.end()));
    std::ranges::sort(keyed, [](const Keyed &a, const Keyed &b) { return a < b; });
    m_permissions.reserve(keyed.size());
    for (Keyed &each : keyed)
        m_permissions.push_back(std::move(each.permission));
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
