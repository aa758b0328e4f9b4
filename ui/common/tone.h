// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace tokenry
{

/// What a colour says. Never alone: a word or a sign goes with it.
enum class Tone { Info, Success, Warning, Danger };

/// Readable on the palette's window and base, light or dark.
[[nodiscard]] QColor toneColor(Tone tone, const QPalette &palette);
/// A background for text in the palette's own colour.
[[nodiscard]] QColor toneTint(Tone tone, const QPalette &palette);
/// A round sign: i, ✓, !, ✕.
[[nodiscard]] QPixmap toneSign(Tone tone, const QPalette &palette, int size, qreal devicePixelRatio);

[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace tokenry
