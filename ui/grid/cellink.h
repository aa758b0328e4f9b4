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

/// For what matters less.
inline QColor quiet(QColor color, float strength = 0.65F)
{
    color.setAlphaF(strength);
    return color;
}

} // namespace tokenry::cellink
