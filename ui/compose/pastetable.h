// SPDX-License-Identifier: MIT
#pragma once

#include "models/pastelist.h"

#include <QAbstractTableModel>

namespace tokenry
{

/// The lines of a pasted list with their words: what was written, what it permits, what it is on the cluster.
/// A line that can be taken over has a tick.
class PasteTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, PermitColumn, MatchColumn, ChoiceColumn, columns };

    /// \a list outlives the table; change it between beginChange() and endChange(), or here.
    explicit PasteTable(PasteList &list, QObject *parent = nullptr);

    void beginChange() { beginResetModel(); }
    void endChange() { endResetModel(); }
    /// Decisions and defaults changed, the lines are the same.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// A line was ticked or unticked.
    void decided();

private:
    [[nodiscard]] const PasteList::Line &line(const QModelIndex &index) const;
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] QString match(const PasteList::Line &line) const;

    PasteList &m_list;
};

} // namespace tokenry
