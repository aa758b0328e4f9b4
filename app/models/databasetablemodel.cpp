// SPDX-License-Identifier: MIT
#include "models/databasetablemodel.h"

#include "domain/nearname.h"

#include <algorithm>
#include <array>

namespace tokenry
{

DatabaseTableModel::DatabaseTableModel(DraftEditor &editor, QObject *parent)
    : QAbstractTableModel(parent), m_editor(editor)
{
    m_byName = rowsByName(selection());
    list();
    connect(&editor, &DraftEditor::rowsAboutToChange, this, &DatabaseTableModel::beginRows);
    connect(&editor, &DraftEditor::rowsChanged, this, &DatabaseTableModel::endRows);
    connect(&editor, &DraftEditor::ticksChanged, this, &DatabaseTableModel::tell);
    connect(&editor, &DraftEditor::choiceReplaced, this, [this] {
        if (m_show == Show::Permitted)
            listAgain();
    });
}

std::optional<Action> DatabaseTableModel::actionOf(int column)
{
    if (column == ReadColumn)
        return Action::Read;
    if (column == WriteColumn)
        return Action::Write;
    return std::nullopt;
}

int DatabaseTableModel::columnOf(Action action)
{
    return action == Action::Read ? ReadColumn : WriteColumn;
}

int DatabaseTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int DatabaseTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant DatabaseTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row row = rowShownAt(index.row());
    const auto action = actionOf(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? QVariant(selection().name(row)) : QVariant();
    case Qt::CheckStateRole:
        if (!action)
            return {};
        return selection().allDatabases(*action) || selection().isTicked(*action, row) ? Qt::Checked
                                                                                       : Qt::Unchecked;
    case NameRole:
        return selection().name(row);
    case RetentionRole:
        if (selection().isTyped(row))
            return {};
        return QVariant::fromValue<qlonglong>(selection().catalog().retention(row).count());
    case MissingRole:
        return isMissing(row);
    case UsableRole:
        return m_editor.isUsable(row);
    case InheritedRole:
        return action && selection().allDatabases(*action);
    case ReadersRole:
        return m_access ? m_access->count(Action::Read, selection().name(row)) : QVariant();
    case WritersRole:
        return m_access ? m_access->count(Action::Write, selection().name(row)) : QVariant();
    case NearNameRole:
        return selection().isTyped(row) ? nearName(selection().name(row)) : QString();
    default:
        return {};
    }
}

bool DatabaseTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    const std::array row{rowShownAt(index.row())};
    m_editor.tick(*actionOf(index.column()), row, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags DatabaseTableModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const auto action = actionOf(index.column());
    if (action && !selection().allDatabases(*action) && m_editor.isUsable(rowShownAt(index.row())))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

void DatabaseTableModel::sort(int column, Qt::SortOrder order)
{
    constexpr std::array by{DatabaseOrder::By::Name, DatabaseOrder::By::Read, DatabaseOrder::By::Write,
                            DatabaseOrder::By::Retention, DatabaseOrder::By::WhoElse};
    if (column < 0 || column >= columns)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<Row> rows;
    for (const QModelIndex &index : before)
        rows.push_back(rowShownAt(index.row()));
    m_order = {by[static_cast<size_t>(column)], order == Qt::DescendingOrder};
    list();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.push_back(index(shownAt(rows[static_cast<size_t>(i)]), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

std::optional<DatabaseOrder> DatabaseTableModel::shownOrder() const
{
    // Nothing else that rows are sorted by changes without their being listed again.
    if (m_order.by != DatabaseOrder::By::Read && m_order.by != DatabaseOrder::By::Write)
        return m_order;
    std::vector<Row> rows;
    rows.reserve(m_shown.size());
    std::ranges::copy_if(m_byName, std::back_inserter(rows), [this](Row row) { return shownAt(row) >= 0; });
    if (rows == m_shown)
        return DatabaseOrder();
    arrange(rows, selection(), m_order);
    return rows == m_shown ? std::optional(m_order) : std::nullopt;
}

void DatabaseTableModel::setAccess(Access::Ptr access)
{
    if (access == m_access)
        return;
    m_access = std::move(access);
    if (m_order.by == DatabaseOrder::By::WhoElse)
        sort(WhoElseColumn, m_order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, WhoElseColumn), index(rowCount() - 1, WhoElseColumn));
    Q_EMIT headerDataChanged(Qt::Horizontal, WhoElseColumn, WhoElseColumn);
}

QString DatabaseTableModel::nearName(const QString &missing) const
{
    const auto known = m_nearNames.constFind(missing);
    if (known != m_nearNames.cend())
        return *known;
    const auto row = nearestName(selection().catalog(), missing);
    return *m_nearNames.insert(missing, row && m_editor.isUsable(*row) ? selection().name(*row) : QString());
}

void DatabaseTableModel::setFilter(const QString &text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    m_filter = NameFilter(text);
    listAgain();
}

void DatabaseTableModel::setShow(Show show)
{
    m_show = show;
    // Also the same again: what was ticked meanwhile may have come or gone.
    listAgain();
}

DatabaseTableModel::Row DatabaseTableModel::countOf(Show show) const
{
    switch (show) {
    case Show::Permitted:
        return selection().allDatabases(Action::Read) || selection().allDatabases(Action::Write)
                   ? selection().rowCount()
                   : selection().tickedRowCount();
    case Show::Problems:
        return m_editor.problemCount();
    case Show::All:
        break;
    }
    return selection().rowCount();
}

DatabaseTableModel::Row DatabaseTableModel::visibleTicked(Action action) const
{
    if (!isFiltered())
        return selection().tickedCount(action);
    return std::ranges::count_if(m_shown, [&](Row row) { return selection().isTicked(action, row); });
}

DatabaseTableModel::Row DatabaseTableModel::visibleUsable() const
{
    if (m_editor.areAllUsable())
        return static_cast<Row>(m_shown.size());
    return std::ranges::count_if(m_shown, [this](Row row) { return m_editor.isUsable(row); });
}

Qt::CheckState DatabaseTableModel::visibleState(Action action) const
{
    const Row ticked = visibleTicked(action);
    if (ticked == 0)
        return Qt::Unchecked;
    return ticked == visibleUsable() ? Qt::Checked : Qt::PartiallyChecked;
}

void DatabaseTableModel::tickVisible(Action action, bool on)
{
    m_editor.tick(action, m_shown, on);
}

DatabaseTableModel::Row DatabaseTableModel::hiddenPermitted() const
{
    if (!isFiltered())
        return 0;
    const bool reads = !selection().allDatabases(Action::Read);
    const bool writes = !selection().allDatabases(Action::Write);
    Row hidden = 0;
    for (Row row = 0; row < selection().rowCount(); ++row) {
        const bool permitted = (reads && selection().isTicked(Action::Read, row)) ||
                               (writes && selection().isTicked(Action::Write, row));
        if (permitted && shownAt(row) < 0)
            ++hidden;
    }
    return hidden;
}

void DatabaseTableModel::beginRows()
{
    beginResetModel();
}

void DatabaseTableModel::endRows()
{
    m_byName = rowsByName(selection());
    m_nearNames.clear();
    list();
    endResetModel();
}

void DatabaseTableModel::tell(qsizetype first, qsizetype last)
{
    int from = 0;
    int to = rowCount() - 1;
    if (first == last)
        from = to = shownAt(first);
    if (to < 0)
        return;
    Q_EMIT dataChanged(index(from, ReadColumn), index(to, WriteColumn));
}

bool DatabaseTableModel::isMissing(Row row) const
{
    return m_editor.databasesKnown() && selection().isTyped(row);
}

bool DatabaseTableModel::isCandidate(Row row) const
{
    switch (m_show) {
    case Show::Permitted:
        return selection().allDatabases(Action::Read) || selection().allDatabases(Action::Write) ||
               selection().isTicked(row);
    case Show::Problems:
        return isMissing(row) || !m_editor.isUsable(row);
    case Show::All:
        break;
    }
    return true;
}

bool DatabaseTableModel::passes(Row row) const
{
    if (!isCandidate(row))
        return false;
    return selection().isTyped(row) ? m_filter.matches(NameFilter::folded(selection().name(row)))
                                    : m_filter.matches(selection().catalog().foldedName(row));
}

void DatabaseTableModel::list()
{
    if (!isFiltered()) {
        m_shown = m_byName;
    } else {
        m_shown.clear();
        std::ranges::copy_if(m_byName, std::back_inserter(m_shown), [this](Row row) { return passes(row); });
    }
    arrange(m_shown, selection(), m_order, m_access.get());
    m_places.assign(static_cast<size_t>(selection().rowCount()), -1);
    int place = 0;
    for (const Row row : m_shown)
        m_places[static_cast<size_t>(row)] = place++;
}

void DatabaseTableModel::listAgain()
{
    beginResetModel();
    list();
    endResetModel();
}

} // namespace tokenry
