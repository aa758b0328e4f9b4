// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace tokenry
{

/// Fusion draws the frames of check boxes and radio buttons darker than the window, so that on a dark one
/// there is nothing to be seen of them. This outlines them in the colour of the text; on a light palette, and
/// over another style, it changes nothing.
class ReadableIndicators : public QProxyStyle
{
    Q_OBJECT

public:
    /// \a key names the style to draw with; empty means the system's or the person's choice.
    explicit ReadableIndicators(const QString &key = {});

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
};

} // namespace tokenry
