// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace tokenry
{

/// Overwrites the text's bytes, then empties it: for what the standard library holds of a secret. Unlike a
/// plain fill it is not left out because nobody looks at the bytes again.
void wipe(std::string &text) noexcept;

} // namespace tokenry
