// SPDX-License-Identifier: MIT
#include "common/plainlabel.h"

#include <QLabel>

namespace tokenry
{

QLabel *plainLabel(QWidget *parent, const QString &text)
{
    auto *const label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

QFont scaled(QFont font, double factor, bool bold)
{
    // Some systems give their font in pixels.
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(static_cast<int>(font.pixelSize() * factor));
    font.setBold(bold);
    return font;
}

} // namespace tokenry
