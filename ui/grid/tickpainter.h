// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QPixmap>

class QPainter;
class QStyleOptionViewItem;

namespace tokenry
{

/// Draws the style's check boxes from pixmaps kept until the look changes: a full repaint draws hundreds of
/// them.
class TickPainter
{
public:
    void draw(QPainter *painter, const QStyleOptionViewItem &option, const QRect &box, bool ticked);
    [[nodiscard]] static QSize boxSize(const QStyleOptionViewItem &option);
    /// Style or palette changed.
    void forget() { m_pixmaps.clear(); }

private:
    QHash<quint64, QPixmap> m_pixmaps;
};

} // namespace tokenry
