// SPDX-License-Identifier: MIT
#include "common/tone.h"

#include <QPainter>
#include <QPainterPath>

namespace tokenry
{

namespace
{

QColor blended(const QColor &over, const QColor &under, float share)
{
    const auto mix = [share](float a, float b) {
        return a * share + b * (1.0F - share);
    };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

// Strokes in a 16 × 16 square.
QPainterPath signPath(Tone tone)
{
    QPainterPath path;
    switch (tone) {
    case Tone::Info:
        path.moveTo(8, 7.6);
        path.lineTo(8, 11.6);
        path.moveTo(8, 4.6);
        path.lineTo(8, 4.8);
        break;
    case Tone::Success:
        path.moveTo(4.8, 8.3);
        path.lineTo(7.1, 10.6);
        path.lineTo(11.3, 5.7);
        break;
    case Tone::Warning:
        path.moveTo(8, 4.4);
        path.lineTo(8, 8.6);
        path.moveTo(8, 11.3);
        path.lineTo(8, 11.5);
        break;
    case Tone::Danger:
        path.moveTo(5.5, 5.5);
        path.lineTo(10.5, 10.5);
        path.moveTo(10.5, 5.5);
        path.lineTo(5.5, 10.5);
        break;
    }
    return path;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Info:
        return dark ? QColor(0x7a, 0xb4, 0xf5) : QColor(0x1b, 0x5f, 0xb0);
    case Tone::Success:
        return dark ? QColor(0x74, 0xc6, 0x8a) : QColor(0x1d, 0x75, 0x3b);
    case Tone::Warning:
        return dark ? QColor(0xe9, 0xb6, 0x4f) : QColor(0x8f, 0x5a, 0x00);
    case Tone::Danger:
        return dark ? QColor(0xf2, 0x8b, 0x82) : QColor(0xb3, 0x26, 0x1e);
    }
    return palette.color(QPalette::WindowText);
}

QColor toneTint(Tone tone, const QPalette &palette)
{
    return blended(toneColor(tone, palette), palette.color(QPalette::Window),
                   isDark(palette) ? 0.16F : 0.10F);
}

QPixmap toneSign(Tone tone, const QPalette &palette, int size, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 16.0, size / 16.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColor(tone, palette));
    painter.drawEllipse(QRectF(0.5, 0.5, 15, 15));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.color(QPalette::Base), 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(signPath(tone));
    return pixmap;
}

} // namespace tokenry
