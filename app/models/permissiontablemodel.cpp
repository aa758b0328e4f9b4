// SPDX-License-Identifier: MIT
#include "models/permissiontablemodel.h"

#include <algorithm>

namespace tokenry
{

void PermissionTableModel::show(const PermissionSet &permissions, DatabaseCatalog::Ptr catalog)
{
    beginResetModel();
    m_catalog = std::move(catalog);
    m_rows = permissions.rows();
    std::ranges::stable_sort(m_rows, std::ranges::greater{}, [](const PermissionSet::Row &row) {
        return row.resource.isAllDatabases() ? 2 : row.write ? 1 : 0;
    });
    endResetModel();
}

void PermissionTableModel::setCatalog(DatabaseCatalog::Ptr catalog)
{
    m_catalog = std::move(catalog);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, NameColumn), index(rowCount() - 1, NameColumn));
}

int PermissionTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PermissionTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant PermissionTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PermissionSet::Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? QVariant(row.resource.name()) : QVariant();
    case NameRole:
        return row.resource.name();
    case AllDatabasesRole:
        return row.resource.isAllDatabases();
    case NotListedRole:
        return !row.resource.isAllDatabases() && m_catalog && !m_catalog->find(row.resource.name());
    case DatabasesTodayRole:
        return m_catalog ? QVariant::fromValue(m_catalog->size()) : QVariant();
    case WriteRole:
        return row.write;
    case PermittedRole:
        if (index.column() == NameColumn)
            return {};
        return index.column() == ReadColumn ? row.read : row.write;
    default:
        return {};
    }
}

} // namespace tokenry
