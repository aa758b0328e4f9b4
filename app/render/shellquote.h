// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

namespace tokenry
{

/// The text as one word of a POSIX shell, between single quotes: nothing in it is expanded, also not `!` in
/// an interactive bash. Newlines stand as they are.
[[nodiscard]] QString singleQuoted(QStringView text);

/// The text as one word of bash or zsh. Text that can be seen stands between single quotes; with characters
/// that cannot (a tab would complete, an escape could end a bracketed paste, a newline would break the line),
/// it is written $'…'.
[[nodiscard]] QString shellQuoted(QStringView text);

} // namespace tokenry
