// SPDX-License-Identifier: MIT
#pragma once

#include <QPalette>

namespace tokenry::gallery
{

/// As desktops of today have them, for the Fusion style.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

} // namespace tokenry::gallery
