// SPDX-License-Identifier: MIT
#include "grid/whoelsecell.h"

#include "grid/cellink.h"
#include "grid/databasetable.h"
#include "wording/whoelsetext.h"

#include <QPainter>

namespace tokenry
{

namespace
{

void paintSuggestion(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QRect link = useItPlace(option.rect, option.fontMetrics);
    QRect rest = option.rect.adjusted(cellink::edge, 0, 0, 0);
    rest.setRight(link.left() - cellink::gap);
    painter->setPen(cellink::color(option));
    painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, rest.width()));
    QFont underlined = option.font;
    underlined.setUnderline(true);
    painter->setFont(underlined);
    painter->setPen(cellink::link(option));
    painter->drawText(link, Qt::AlignCenter, whoelsetext::useIt());
}

} // namespace

QRect useItPlace(const QRect &cell, const QFontMetrics &metrics)
{
    const int width = metrics.horizontalAdvance(whoelsetext::useIt()) + 2 * cellink::gap;
    // As far from the edge as the figures above and below, with room for a click around it.
    const int right = cell.right() - cellink::edge + cellink::gap;
    return {QPoint(right - width + 1, cell.top()), QPoint(right, cell.bottom())};
}

void paintWhoElse(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!index.data(DatabaseTable::NearNameRole).toString().isEmpty()) {
        paintSuggestion(painter, option, index);
        return;
    }
    const QVariant readers = index.data(DatabaseTable::ReadersRole);
    if (!readers.isValid())
        return;
    const QString read = whoelsetext::count(Action::Read, readers.toLongLong());
    const QString write =
        whoelsetext::count(Action::Write, index.data(DatabaseTable::WritersRole).toLongLong());
    const QRect writeRect = option.rect.adjusted(cellink::edge, 0, -cellink::edge, 0);
    if (read.isEmpty() && write.isEmpty()) {
        painter->setPen(cellink::quiet(cellink::color(option), 0.5F));
        painter->drawText(writeRect, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
        return;
    }
    painter->setPen(cellink::quiet(cellink::color(option)));
    painter->drawText(writeRect, Qt::AlignRight | Qt::AlignVCenter, write);
    const int widest = option.fontMetrics.horizontalAdvance(whoelsetext::count(Action::Write, 888));
    painter->drawText(writeRect.adjusted(0, 0, -widest - 2 * cellink::gap, 0),
                      Qt::AlignRight | Qt::AlignVCenter, read);
}

} // namespace tokenry
