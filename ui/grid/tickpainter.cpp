// SPDX-License-Identifier: MIT
#include "grid/tickpainter.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QWidget>

namespace tokenry
{

QSize TickPainter::boxSize(const QStyleOptionViewItem &option)
{
    const QStyle *const style = option.widget->style();
    return {style->pixelMetric(QStyle::PM_IndicatorWidth, &option, option.widget),
            style->pixelMetric(QStyle::PM_IndicatorHeight, &option, option.widget)};
}

void TickPainter::draw(QPainter *painter, const QStyleOptionViewItem &option, const QRect &box, bool ticked)
{
    const qreal scale = painter->device()->devicePixelRatioF();
    const bool active = option.state.testFlag(QStyle::State_Active);
    const auto key = static_cast<quint64>(scale * 256.0) * 4 + (ticked ? 2 : 0) + (active ? 1 : 0);
    QPixmap &pixmap = m_pixmaps[key];
    if (pixmap.isNull()) {
        pixmap = QPixmap(box.size() * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter onto(&pixmap);
        QStyleOptionViewItem check = option;
        check.rect = QRect(QPoint(), box.size());
        check.state = QStyle::State_Enabled | (active ? QStyle::State_Active : QStyle::State_None) |
                      (ticked ? QStyle::State_On : QStyle::State_Off);
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, &onto,
                                              option.widget);
        // Some styles draw a box without a tick as dark as a dark table.
        QColor outline = option.palette.color(QPalette::Text);
        outline.setAlphaF(0.5F);
        onto.setRenderHint(QPainter::Antialiasing);
        onto.setPen(outline);
        onto.drawRoundedRect(QRectF(check.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    }
    painter->drawPixmap(box.topLeft(), pixmap);
}

} // namespace tokenry
