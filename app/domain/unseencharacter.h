// SPDX-License-Identifier: MIT
#pragma once

namespace tokenry
{

/// Whether nothing is drawn for the character, or others are drawn differently because of it, or nobody can
/// say what is drawn: control, format, unassigned, private or blank other than the plain space. With one of
/// these a name can pose as another.
[[nodiscard]] bool isUnseen(char32_t character);

} // namespace tokenry
