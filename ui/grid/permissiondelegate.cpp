// SPDX-License-Identifier: MIT
#include "grid/permissiondelegate.h"

#include "common/tone.h"
#include "grid/cellink.h"
#include "grid/databasetable.h"
#include "grid/whoelsecell.h"
#include "wording/drafttext.h"

#include <QPainter>
#include <QStyle>

namespace tokenry
{

namespace
{

using namespace cellink;

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

bool isTicked(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

/// A tick that comes from "all databases".
QString inheritedTick()
{
    return QStringLiteral("✓*");
}

/// Writing weighs more than reading: the word on a ground of its own, not a colour alone.
void paintChip(QPainter *painter, const QStyleOptionViewItem &option, const QRect &chip)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(toneColor(Tone::Warning, option.palette), 1));
    painter->setBrush(selected ? option.palette.color(QPalette::Base)
                               : toneTint(Tone::Warning, option.palette));
    painter->drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace

void PermissionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    painter->save();
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    switch (index.column()) {
    case DatabaseTable::NameColumn:
        paintName(painter, option, index);
        break;
    case DatabaseTable::ReadColumn:
        paintRead(painter, option, index);
        break;
    case DatabaseTable::WriteColumn:
        paintWrite(painter, option, index);
        break;
    case DatabaseTable::WhoElseColumn:
        paintWhoElse(painter, option, index);
        break;
    default:
        painter->setPen(quiet(color(option)));
        painter->drawText(option.rect.adjusted(edge, 0, -edge, 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data().toString());
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
        focus.backgroundColor = option.palette.color(QPalette::Base);
        option.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
    painter->restore();
}

bool PermissionDelegate::editorEvent(QEvent *, QAbstractItemModel *, const QStyleOptionViewItem &,
                                     const QModelIndex &)
{
    return false;
}

void PermissionDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    QRect rect = option.rect.adjusted(edge, 0, -edge, 0);
    const QColor ink = color(option);
    const bool usable = index.data(DatabaseTable::UsableRole).toBool();
    if (!usable || index.data(DatabaseTable::MissingRole).toBool()) {
        const int side = option.fontMetrics.height() - 2;
        const QPixmap sign =
            toneSign(Tone::Warning, option.palette, side, painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect.left(), rect.center().y() - side / 2, sign);
        rect.setLeft(rect.left() + side + gap);
        const QString note = usable ? drafttext::notOnCluster() : drafttext::cannotBeNamed();
        painter->setPen(quiet(ink));
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, note);
        rect.setRight(rect.right() - option.fontMetrics.horizontalAdvance(note) - 2 * gap);
    }
    const QModelIndex write = index.siblingAtColumn(DatabaseTable::WriteColumn);
    const bool weighty = isTicked(write) && !write.data(DatabaseTable::InheritedRole).toBool();
    const QFont font = weighty ? bold(option.font) : option.font;
    painter->setFont(font);
    painter->setPen(usable ? ink : quiet(ink));
    const QString name =
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, rect.width());
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
}

void PermissionDelegate::paintRead(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    painter->setPen(quiet(color(option)));
    if (index.data(DatabaseTable::InheritedRole).toBool()) {
        painter->drawText(option.rect, Qt::AlignCenter, inheritedTick());
        return;
    }
    if (!index.data(DatabaseTable::UsableRole).toBool()) {
        painter->drawText(option.rect, Qt::AlignCenter, QStringLiteral("–"));
        return;
    }
    const QRect box =
        QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, TickPainter::boxSize(option), option.rect);
    m_ticks.draw(painter, option, box, isTicked(index));
}

void PermissionDelegate::paintWrite(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const bool inherited = index.data(DatabaseTable::InheritedRole).toBool();
    if (!isTicked(index) || (!inherited && !index.data(DatabaseTable::UsableRole).toBool())) {
        paintRead(painter, option, index);
        return;
    }
    const QFont font = bold(option.font);
    const QString word = inherited ? inheritedTick() : DatabaseTable::tr("Write");
    const QSize box = TickPainter::boxSize(option);
    // The box stays where it was before the tick; the word comes beside it.
    const int left = inherited ? option.rect.center().x() - QFontMetrics(font).horizontalAdvance(word) / 2
                               : option.rect.center().x() - (box.width() - 1) / 2;
    const int wordLeft = inherited ? left : left + box.width() + gap;
    const int right = wordLeft + QFontMetrics(font).horizontalAdvance(word);
    const QRect chip(QPoint(left - gap, option.rect.top() + 2),
                     QPoint(right + gap, option.rect.bottom() - 2));
    paintChip(painter, option, chip);
    if (!inherited)
        m_ticks.draw(painter, option,
                     QRect(QPoint(left, option.rect.center().y() - (box.height() - 1) / 2), box), true);
    painter->setFont(font);
    painter->setPen(toneColor(Tone::Warning, option.palette));
    painter->drawText(QRect(QPoint(wordLeft, option.rect.top()), option.rect.bottomRight()),
                      Qt::AlignLeft | Qt::AlignVCenter, word);
}

} // namespace tokenry
