// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

namespace tokenry
{

/// The few signs on buttons and in the summary, drawn in the palette's text colour, so that they are right in
/// light and dark. A sign always stands beside a word.
enum class Sign { Write, Read, Undo, Redo, Add, Calendar, Waiting };

[[nodiscard]] QIcon icon(Sign sign);

} // namespace tokenry
