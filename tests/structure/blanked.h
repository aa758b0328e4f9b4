// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace tokenry::structure
{

enum class Blank { Comments, CommentsAndLiterals };

/// \a source with that turned into blanks; every line stays where it was. Knows raw strings and digit
/// separators.
[[nodiscard]] QString blanked(const QString &source, Blank what);

} // namespace tokenry::structure
