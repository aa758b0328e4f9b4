// SPDX-License-Identifier: MIT
#pragma once

#include "models/databasetablemodel.h"

namespace tokenry
{

/// The table of databases with its words: headers, tool tips and what a screen reader says.
class DatabaseTable : public DatabaseTableModel
{
    Q_OBJECT

public:
    using DatabaseTableModel::DatabaseTableModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString displayed(const QModelIndex &index) const;
    [[nodiscard]] QString accessibleName(const QModelIndex &index) const;
    /// The state in words, where the check state alone does not tell.
    [[nodiscard]] QString remark(const QModelIndex &index) const;
    [[nodiscard]] QString whoElse(const QModelIndex &index) const;
    [[nodiscard]] QString whoElseToolTip(const QModelIndex &index) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;
};

} // namespace tokenry
