// SPDX-License-Identifier: MIT
#include "common/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace tokenry
{

namespace
{

QPainterPath arrow()
{
    QPainterPath path(QPointF(3.5, 6));
    path.lineTo(9.5, 6);
    path.arcTo(QRectF(6, 6, 7, 7), 90, -180);
    path.lineTo(6, 13);
    path.moveTo(6.5, 3);
    path.lineTo(3.5, 6);
    path.lineTo(6.5, 9);
    return path;
}

// Strokes in a 16 × 16 square.
QPainterPath strokes(Sign sign)
{
    QPainterPath path;
    switch (sign) {
    case Sign::Write:
        path.moveTo(3, 13);
        path.lineTo(3.8, 9.8);
        path.lineTo(10.6, 3);
        path.lineTo(13, 5.4);
        path.lineTo(6.2, 12.2);
        path.closeSubpath();
        path.moveTo(8.8, 4.8);
        path.lineTo(11.2, 7.2);
        break;
    case Sign::Read:
        path.moveTo(1.5, 8);
        path.cubicTo(4.5, 3, 11.5, 3, 14.5, 8);
        path.cubicTo(11.5, 13, 4.5, 13, 1.5, 8);
        path.addEllipse(QPointF(8, 8), 2, 2);
        break;
    case Sign::Undo:
        path = arrow();
        break;
    case Sign::Redo:
        path = QTransform(-1, 0, 0, 1, 16, 0).map(arrow());
        break;
    case Sign::Add:
        path.moveTo(8, 3);
        path.lineTo(8, 13);
        path.moveTo(3, 8);
        path.lineTo(13, 8);
        break;
    case Sign::Calendar:
        path.addRect(QRectF(2.5, 3.5, 11, 10));
        path.moveTo(2.5, 6.8);
        path.lineTo(13.5, 6.8);
        path.moveTo(5.5, 2);
        path.lineTo(5.5, 4.5);
        path.moveTo(10.5, 2);
        path.lineTo(10.5, 4.5);
        break;
    case Sign::Waiting: {
        // An open ring of dashes.
        const QRectF ring(2.5, 2.5, 11, 11);
        for (int angle = 0; angle < 360; angle += 45) {
            path.arcMoveTo(ring, angle);
            path.arcTo(ring, angle, 18);
        }
        break;
    }
    }
    return path;
}

/// Asks the palette each time it paints, so a change of theme needs no new icon.
class SignEngine : public QIconEngine
{
public:
    explicit SignEngine(Sign sign) : m_sign(sign) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 16.0, rect.height() / 16.0);
        painter->setPen(QPen(QGuiApplication::palette().color(group, role), 1.5, Qt::SolidLine, Qt::RoundCap,
                             Qt::RoundJoin));
        painter->drawPath(strokes(m_sign));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new SignEngine(m_sign); }

private:
    Sign m_sign;
};

} // namespace

QIcon icon(Sign sign)
{
    return QIcon(new SignEngine(sign));
}

} // namespace tokenry
