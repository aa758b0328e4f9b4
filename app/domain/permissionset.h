// SPDX-License-Identifier: MIT
#pragma once

#include "domain/permission.h"

#include <QStringList>

#include <vector>

namespace tokenry
{

/// Permissions as they are sent and kept: each once, in the order of Resource, read before write.
class PermissionSet
{
public:
    /// What one resource is permitted; Review shows a row of these.
    struct Row
    {
        Resource resource;
        bool read = false;
        bool write = false;

        friend bool operator==(const Row &, const Row &) = default;
    };

    PermissionSet() = default;
    explicit PermissionSet(std::vector<Permission> permissions);

    [[nodiscard]] const std::vector<Permission> &permissions() const { return m_permissions; }
    [[nodiscard]] bool isEmpty() const { return m_permissions.empty(); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_permissions.size()); }
    [[nodiscard]] bool contains(const Permission &permission) const;
    [[nodiscard]] bool permitsAllDatabases(Action action) const;
    /// The databases named for the action, in order; `*` is not among them.
    [[nodiscard]] QStringList databases(Action action) const;
    [[nodiscard]] std::vector<Row> rows() const;
    /// The sum of those of its permissions: equal for equal sets, and hardly ever for others.
    [[nodiscard]] quint64 fingerprint() const;

    friend bool operator==(const PermissionSet &, const PermissionSet &) = default;

private:
    std::vector<Permission> m_permissions;
};

} // namespace tokenry
