// SPDX-License-Identifier: MIT
#include "domain/permissionselection.h"

#include <algorithm>

namespace tokenry
{

PermissionSelection::PermissionSelection() : PermissionSelection(std::make_shared<const DatabaseCatalog>()) {}

PermissionSelection::PermissionSelection(DatabaseCatalog::Ptr catalog) : m_catalog(std::move(catalog))
{
    for (Ticks &each : m_ticks)
        each.rows.resize(static_cast<size_t>(m_catalog->size()));
}

PermissionSelection PermissionSelection::of(const PermissionSet &permissions)
{
    PermissionSelection selection;
    for (const Permission &permission : permissions.permissions()) {
        if (permission.resource.isAllDatabases())
            selection.setAllDatabases(permission.action, true);
        else if (const auto row = selection.addTyped(permission.resource.name()))
            selection.tick(permission.action, *row, true);
    }
    return selection;
}

QString PermissionSelection::name(Row row) const
{
    return isTyped(row) ? m_typed[static_cast<size_t>(row - m_catalog->size())] : m_catalog->name(row);
}

bool PermissionSelection::isTicked(Action action, Row row) const
{
    return ticks(action).rows[static_cast<size_t>(row)];
}

void PermissionSelection::tick(Action action, Row row, bool on)
{
    Ticks &its = ticks(action);
    const auto index = static_cast<size_t>(row);
    if (its.rows[index] == on)
        return;
    its.rows[index] = on;
    const Row step = on ? 1 : -1;
    its.count += step;
    its.typedCount += isTyped(row) ? step : 0;
    const quint64 fingerprint = fingerprintOf(action, name(row));
    its.fingerprint += on ? fingerprint : 0 - fingerprint;
    if (isTicked(action == Action::Read ? Action::Write : Action::Read, row))
        m_both += step;
}

void PermissionSelection::tick(Action action, std::span<const Row> rows, bool on)
{
    for (const Row row : rows)
        tick(action, row, on);
}

PermissionSelection::Row PermissionSelection::tickedCount(Action action) const
{
    return ticks(action).count;
}

bool PermissionSelection::isSent(Row row) const
{
    return std::ranges::any_of(allActions,
                               [&](Action action) { return !allDatabases(action) && isTicked(action, row); });
}

bool PermissionSelection::allDatabases(Action action) const
{
    return ticks(action).allDatabases;
}

void PermissionSelection::setAllDatabases(Action action, bool on)
{
    ticks(action).allDatabases = on;
}

std::optional<PermissionSelection::Row> PermissionSelection::find(const QString &name) const
{
    if (const auto listed = m_catalog->find(name))
        return listed;
    const auto typed = m_typedPlaces.constFind(name);
    if (typed == m_typedPlaces.constEnd())
        return std::nullopt;
    return m_catalog->size() + *typed;
}

Result<PermissionSelection::Row, Resource::Fault> PermissionSelection::addTyped(const QString &name)
{
    if (const auto resource = Resource::database(name); !resource)
        return unexpected(resource.error());
    if (const auto row = find(name))
        return *row;
    m_typedPlaces.insert(name, static_cast<Row>(m_typed.size()));
    m_typed.push_back(name);
    for (Ticks &each : m_ticks)
        each.rows.push_back(false);
    return rowCount() - 1;
}

void PermissionSelection::removeTyped(Row row)
{
    for (const Action action : allActions) {
        tick(action, row, false);
        std::vector<bool> &rows = ticks(action).rows;
        rows.erase(rows.begin() + row);
    }
    const auto place = static_cast<size_t>(row - m_catalog->size());
    m_typedPlaces.remove(m_typed[place]);
    m_typed.erase(m_typed.begin() + static_cast<std::ptrdiff_t>(place));
    for (size_t behind = place; behind < m_typed.size(); ++behind)
        m_typedPlaces[m_typed[behind]] = static_cast<Row>(behind);
}

bool PermissionSelection::isEmpty() const
{
    return std::ranges::all_of(m_ticks, [](const Ticks &its) { return !its.allDatabases && its.count == 0; });
}

PermissionSet PermissionSelection::permissions() const
{
    std::vector<Permission> permissions;
    for (const Action action : allActions) {
        if (allDatabases(action)) {
            permissions.push_back({Resource::allDatabases(), action});
            continue;
        }
        for (Row row = 0; row < rowCount(); ++row) {
            if (!isTicked(action, row))
                continue;
            // A name the server listed but that cannot be asked for (`*`, or too long) has no tick to begin
            // with.
            if (auto resource = Resource::database(name(row)))
                permissions.push_back({*std::move(resource), action});
        }
    }
    return PermissionSet(std::move(permissions));
}

quint64 PermissionSelection::fingerprint() const
{
    quint64 sum = 0;
    for (const Action action : allActions)
        sum += allDatabases(action) ? fingerprintOf(action, Resource::allDatabases().name())
                                    : ticks(action).fingerprint;
    return sum;
}

bool PermissionSelection::sends(const PermissionSet &permissions) const
{
    Row size = 0;
    for (const Action action : allActions)
        size += allDatabases(action) ? 1 : tickedCount(action);
    return size == permissions.size() &&
           std::ranges::all_of(permissions.permissions(), [this](const Permission &permission) {
               if (permission.resource.isAllDatabases() || allDatabases(permission.action))
                   return permission.resource.isAllDatabases() && allDatabases(permission.action);
               const auto row = find(permission.resource.name());
               return row && isTicked(permission.action, *row);
           });
}

PermissionSelection PermissionSelection::over(DatabaseCatalog::Ptr catalog) const
{
    PermissionSelection moved(std::move(catalog));
    for (const Action action : allActions)
        moved.setAllDatabases(action, allDatabases(action));
    for (Row row = 0; row < rowCount(); ++row) {
        if (!isTicked(row) && !isTyped(row))
            continue;
        const auto there = moved.addTyped(name(row));
        for (const Action action : allActions) {
            if (there && isTicked(action, row))
                moved.tick(action, *there, true);
        }
    }
    return moved;
}

} // namespace tokenry
