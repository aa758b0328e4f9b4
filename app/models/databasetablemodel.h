// SPDX-License-Identifier: MIT
#pragma once

#include "domain/access.h"
#include "models/databaseorder.h"
#include "models/drafteditor.h"
#include "models/namefilter.h"

#include <QAbstractTableModel>
#include <QHash>

#include <optional>
#include <span>
#include <vector>

namespace tokenry
{

/// The databases of a draft with their two ticks, filtered and sorted: the rows shown are an index vector
/// over those of the PermissionSelection. Gives facts, not sentences; the window adds words.
///
/// Ticks never move or hide a row: what is shown is made anew when it is asked for, the filter changes or the
/// list does; with Show::Permitted also when the choice is replaced as a whole.
class DatabaseTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Row = PermissionSelection::Row;

    /// Which rows are candidates for the filter.
    enum class Show {
        All,
        /// With a tick, or covered by a wildcard.
        Permitted,
        /// Known not to be on the cluster, or not to be permitted.
        Problems,
    };
    enum Column { NameColumn, ReadColumn, WriteColumn, RetentionColumn, WhoElseColumn, columns };
    enum Role {
        /// The name as the server has it, unlike what is displayed.
        NameRole = Qt::UserRole,
        /// In nanoseconds, 0 = for ever; not valid where the database is not on the cluster.
        RetentionRole,
        /// Known not to be on the cluster.
        MissingRole,
        UsableRole,
        /// On cells of an action: permitted through that action's wildcard.
        InheritedRole,
        /// How many active tokens can read and write the database; not valid where that is not known.
        ReadersRole,
        WritersRole,
        /// The listed name that one that is not listed may be meant for; empty where none is.
        NearNameRole,
    };

    explicit DatabaseTableModel(DraftEditor &editor, QObject *parent = nullptr);

    [[nodiscard]] static std::optional<Action> actionOf(int column);
    [[nodiscard]] static int columnOf(Action action);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// What was asked for last: in it rows are listed.
    [[nodiscard]] const DatabaseOrder &order() const { return m_order; }
    /// The order that the rows shown are in; none where ticks have changed since they were listed.
    [[nodiscard]] std::optional<DatabaseOrder> shownOrder() const;

    /// Who else reads and writes; null where that is not known.
    void setAccess(Access::Ptr access);
    [[nodiscard]] const Access::Ptr &access() const { return m_access; }
    /// The usable listed name that the missing one may be meant for; empty where none is. Remembered.
    [[nodiscard]] QString nearName(const QString &missing) const;

    void setFilter(const QString &text);
    void setShow(Show show);
    [[nodiscard]] Show shown() const { return m_show; }
    /// Whether rows may be hidden.
    [[nodiscard]] bool isFiltered() const { return !m_filter.isEmpty() || m_show != Show::All; }
    [[nodiscard]] bool hasFilterText() const { return !m_filter.isEmpty(); }
    /// How many rows there are to show, before the filter.
    [[nodiscard]] Row countOf(Show show) const;

    [[nodiscard]] DraftEditor &editor() const { return m_editor; }
    [[nodiscard]] const PermissionSelection &selection() const { return m_editor.selection(); }
    /// The selection's row that is shown there, and back; -1 where the filter hides it.
    [[nodiscard]] Row rowShownAt(int shown) const { return m_shown[static_cast<size_t>(shown)]; }
    [[nodiscard]] int shownAt(Row row) const { return m_places[static_cast<size_t>(row)]; }

    /// All rows the filter shows.
    [[nodiscard]] std::span<const Row> visible() const { return m_shown; }
    /// Those of them that can be ticked.
    [[nodiscard]] Row visibleUsable() const;
    [[nodiscard]] Row visibleTicked(Action action) const;
    [[nodiscard]] Qt::CheckState visibleState(Action action) const;
    void tickVisible(Action action, bool on);
    /// Rows with a tick that would be sent and that the filter hides.
    [[nodiscard]] Row hiddenPermitted() const;

private:
    void beginRows();
    void endRows();
    void tell(qsizetype first, qsizetype last);
    void list();
    void listAgain();
    [[nodiscard]] bool isMissing(Row row) const;
    [[nodiscard]] bool isCandidate(Row row) const;
    [[nodiscard]] bool passes(Row row) const;

    DraftEditor &m_editor;
    NameFilter m_filter;
    QString m_filterText;
    Show m_show = Show::All;
    DatabaseOrder m_order;
    Access::Ptr m_access;
    /// Looked up before, in the catalog of now.
    mutable QHash<QString, QString> m_nearNames;
    std::vector<Row> m_byName;
    std::vector<Row> m_shown;
    /// By row: its place in m_shown, -1 where it is hidden.
    std::vector<int> m_places;
};

} // namespace tokenry
