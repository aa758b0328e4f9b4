// SPDX-License-Identifier: MIT
#include "common/readableindicators.h"

#include "common/tone.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace tokenry
{

// A proxy made with a null style draws with the application's own.
ReadableIndicators::ReadableIndicators(const QString &key)
    : QProxyStyle(key.isEmpty() ? nullptr : QStyleFactory::create(key))
{
}

void ReadableIndicators::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                       QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool round = element == PE_IndicatorRadioButton;
    if ((!round && element != PE_IndicatorCheckBox) || !isDark(option->palette) ||
        baseStyle()->name() != QLatin1String("fusion"))
        return;
    QColor outline = option->palette.color(QPalette::WindowText);
    outline.setAlphaF(0.55F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(outline);
    painter->setBrush(Qt::NoBrush);
    const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (round)
        painter->drawEllipse(frame);
    else
        painter->drawRoundedRect(frame, 2, 2);
    painter->restore();
}

} // namespace tokenry
