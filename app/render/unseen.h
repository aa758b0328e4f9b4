// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace tokenry
{

/// The text with characters that cannot be seen (see isUnseen) written out as \u{202e}, so that no name can
/// pose as another, or as a line of its own.
[[nodiscard]] QString unseenSpelledOut(const QString &text);

} // namespace tokenry
