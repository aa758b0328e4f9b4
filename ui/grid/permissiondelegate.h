// SPDX-License-Identifier: MIT
#pragma once

#include "grid/tickpainter.h"

#include <QStyledItemDelegate>

namespace tokenry
{

/// Draws the rows of the permission grid. Ticks are the grid's business: the delegate edits nothing.
class PermissionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    void lookChanged() { m_ticks.forget(); }

private:
    void paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintRead(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintWrite(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    mutable TickPainter m_ticks;
};

} // namespace tokenry
