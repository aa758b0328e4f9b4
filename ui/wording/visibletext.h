// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace tokenry
{

/// As much of a text of others as is shown where the rest of the window is needed, too: a description, an ID,
/// what an answer said. They may be of any length.
inline constexpr qsizetype longestShown = 200;

/// The text with everything that would deceive the eye spelled out: control, bidi, zero-width and other
/// unseen characters, lone surrogates and blanks at the edges become ⟨U+202E⟩. For every name or description
/// that is shown. Texts longer than \a maximum (in UTF-16 units, of the text itself) are cut and end in an
/// ellipsis; -1: never.
[[nodiscard]] QString visibleText(const QString &text, qsizetype maximum = -1);

/// The text for a button, a box or a menu, which would take an & of it for the mark of a key.
[[nodiscard]] QString onButton(QString text);

} // namespace tokenry
