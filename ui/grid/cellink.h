// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QStyleOptionViewItem>

namespace tokenry::cellink
{

/// From a cell's edge to what is in it, and between its parts.
inline constexpr int edge = 8;
inline constexpr int gap = 6;

inline QColor color(const QStyleOptionViewItem &option, QPalette::ColorRole role = QPalette::Text)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    return option.palette.color(group, selected ? QPalette::HighlightedText : role);
}

/// A link's; on a dark ground the text's, and the line under it tells.
inline QColor link(const QStyleOptionViewItem &option)
{
    // The usual blue is for light grounds.
    const bool dark = option.palette.color(QPalette::Base).lightness() < 128;
    return color(option, dark ? QPalette::Text : QPalette::Link);
}

/// For what matters less.
inline QColor quiet(QColor color, float strength = 0.65F)
{
    color.setAlphaF(strength);
    return color;
}

} // namespace tokenry::cellink
