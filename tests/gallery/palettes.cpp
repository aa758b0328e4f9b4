// SPDX-License-Identifier: MIT
#include "gallery/palettes.h"

namespace tokenry::gallery
{

namespace
{

struct Colors
{
    QRgb window;
    QRgb base;
    QRgb alternate;
    QRgb button;
    QRgb text;
    QRgb faint;
    QRgb disabled;
    QRgb highlight;
};

QPalette made(const Colors &colors)
{
    const QColor window(colors.window);
    QPalette palette(QColor(colors.button), window); // bevels follow from the button's colour
    palette.setColor(QPalette::Base, colors.base);
    palette.setColor(QPalette::AlternateBase, colors.alternate);
    palette.setColor(QPalette::ToolTipBase, colors.base);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.faint);
    palette.setColor(QPalette::Highlight, colors.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(role, colors.text);
        palette.setColor(QPalette::Disabled, role, colors.disabled);
    }
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return made(
        {0xffefefef, 0xffffffff, 0xfff7f7f7, 0xffefefef, 0xff1b1b1b, 0xff767676, 0xff9a9a9a, 0xff2f65ca});
}

QPalette darkPalette()
{
    return made(
        {0xff2b2d30, 0xff1e1f22, 0xff25272a, 0xff3a3d41, 0xffe6e6e6, 0xff979797, 0xff808080, 0xff2f65ca});
}

} // namespace tokenry::gallery
