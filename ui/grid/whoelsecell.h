// SPDX-License-Identifier: MIT
#pragma once

#include <QRect>

class QFontMetrics;
class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace tokenry
{

/// Draws who else reads and writes the database, the figures of all rows below each other; on a missing name
/// the one that may be meant, with a link to use it.
void paintWhoElse(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);
/// Where that link is.
[[nodiscard]] QRect useItPlace(const QRect &cell, const QFontMetrics &metrics);

} // namespace tokenry
