// SPDX-License-Identifier: MIT
#pragma once

#include "domain/databasecatalog.h"
#include "domain/permissionset.h"

#include <array>
#include <span>
#include <vector>

namespace tokenry
{

/// The permissions being chosen: a read and a write tick for every database of a catalog and for names typed
/// by hand, and a wildcard for each action. Counters run along, so a summary costs nothing per tick.
///
/// Rows: those of the catalog first, then the typed names in the order they were typed. While an action's
/// wildcard is on, its ticks are kept but not sent. A value: copies share the catalog.
class PermissionSelection
{
public:
    using Row = DatabaseCatalog::Row;

    PermissionSelection();
    explicit PermissionSelection(DatabaseCatalog::Ptr catalog);

    /// These permissions over no catalog: every name is a typed one until over() is asked for another.
    [[nodiscard]] static PermissionSelection of(const PermissionSet &permissions);

    [[nodiscard]] const DatabaseCatalog &catalog() const { return *m_catalog; }
    [[nodiscard]] Row rowCount() const { return m_catalog->size() + static_cast<Row>(m_typed.size()); }
    [[nodiscard]] QString name(Row row) const;
    /// Typed by hand and not among the cluster's databases.
    [[nodiscard]] bool isTyped(Row row) const { return row >= m_catalog->size(); }

    [[nodiscard]] bool isTicked(Action action, Row row) const;
    void tick(Action action, Row row, bool on);
    void tick(Action action, std::span<const Row> rows, bool on);
    /// How many rows are ticked, whether or not a wildcard hides them.
    [[nodiscard]] Row tickedCount(Action action) const;
    /// How many rows have any tick.
    [[nodiscard]] Row tickedRowCount() const
    {
        return tickedCount(Action::Read) + tickedCount(Action::Write) - m_both;
    }
    [[nodiscard]] bool isTicked(Row row) const
    {
        return isTicked(Action::Read, row) || isTicked(Action::Write, row);
    }

    /// How many of them are typed by hand.
    [[nodiscard]] Row typedTickedCount(Action action) const { return ticks(action).typedCount; }
    /// How many rows are ticked for both actions.
    [[nodiscard]] Row bothTickedCount() const { return m_both; }
    /// Ticked for an action that no wildcard covers.
    [[nodiscard]] bool isSent(Row row) const;

    [[nodiscard]] bool allDatabases(Action action) const;
    void setAllDatabases(Action action, bool on);

    /// The row of the name, listed or typed.
    [[nodiscard]] std::optional<Row> find(const QString &name) const;
    /// Adds a name that is not listed (or finds the one that is) and gives its row.
    [[nodiscard]] Result<Row, Resource::Fault> addTyped(const QString &name);
    /// Forgets a typed row; rows behind it move up.
    void removeTyped(Row row);

    /// Nothing would be sent.
    [[nodiscard]] bool isEmpty() const;
    /// What would be sent.
    [[nodiscard]] PermissionSet permissions() const;
    /// permissions().fingerprint(), without making them.
    [[nodiscard]] quint64 fingerprint() const;
    /// Whether permissions() would be exactly these.
    [[nodiscard]] bool sends(const PermissionSet &permissions) const;
    /// The same choice over a newer catalog: a name that has gone becomes a typed one, a typed one that has
    /// come is listed.
    [[nodiscard]] PermissionSelection over(DatabaseCatalog::Ptr catalog) const;

    friend bool operator==(const PermissionSelection &, const PermissionSelection &) = default;

private:
    struct Ticks
    {
        std::vector<bool> rows;
        Row count = 0;
        Row typedCount = 0;
        /// Of the ticked names, whether or not a wildcard hides them.
        quint64 fingerprint = 0;
        bool allDatabases = false;

        friend bool operator==(const Ticks &, const Ticks &) = default;
    };

    [[nodiscard]] Ticks &ticks(Action action) { return m_ticks[static_cast<size_t>(action)]; }
    [[nodiscard]] const Ticks &ticks(Action action) const { return m_ticks[static_cast<size_t>(action)]; }

    DatabaseCatalog::Ptr m_catalog;
    std::vector<QString> m_typed;
    /// Where each of them stands there.
    QHash<QString, Row> m_typedPlaces;
    std::array<Ticks, 2> m_ticks;
    Row m_both = 0;
};

} // namespace tokenry
