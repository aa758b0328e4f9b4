// SPDX-License-Identifier: MIT
#pragma once

#include "domain/databasecatalog.h"
#include "domain/permissionset.h"

#include <QTableView>

namespace tokenry
{

class PermissionTableModel;

/// What the token will be permitted, a row for each database, to be read and not changed.
class PermissionTable : public QTableView
{
    Q_OBJECT

public:
    /// \a databases tells what is on the cluster and how many `*` covers; null where they were not read.
    PermissionTable(const PermissionSet &permissions, const DatabaseCatalog::Ptr &databases,
                    QWidget *parent = nullptr);
    /// They were read again.
    void setDatabases(const DatabaseCatalog::Ptr &databases);

    /// As wide as shows the longest name in full, and read and write beside it.
    [[nodiscard]] QSize sizeHint() const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// As wide as the longest name, or as the room there is; the names come last where they have no room.
    void fitNames();

    PermissionTableModel *m_facts;
};

} // namespace tokenry
