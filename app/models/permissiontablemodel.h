// SPDX-License-Identifier: MIT
#pragma once

#include "domain/databasecatalog.h"
#include "domain/permissionset.h"

#include <QAbstractTableModel>

#include <vector>

namespace tokenry
{

/// What a request permits, to be read: all databases first, then what is written, then what is only read, by
/// name. Gives facts, not sentences; the window adds words.
class PermissionTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ReadColumn, WriteColumn, columns };
    enum Role {
        /// The database's name, or `*`.
        NameRole = Qt::UserRole,
        AllDatabasesRole,
        /// A name that is not among the cluster's databases.
        NotListedRole,
        /// How many databases `*` covers today; not valid where that is not known.
        DatabasesTodayRole,
        WriteRole,
        /// On cells of an action: whether it is permitted.
        PermittedRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const PermissionSet &permissions, DatabaseCatalog::Ptr catalog);
    /// \a catalog tells which names are on the cluster; without one, all are taken to be.
    void setCatalog(DatabaseCatalog::Ptr catalog);
    [[nodiscard]] const std::vector<PermissionSet::Row> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<PermissionSet::Row> m_rows;
    DatabaseCatalog::Ptr m_catalog;
};

} // namespace tokenry
