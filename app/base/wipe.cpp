// SPDX-License-Identifier: MIT
#include "base/wipe.h"

#include <sodium.h>

namespace tokenry
{

void wipe(std::string &text) noexcept
{
    sodium_memzero(text.data(), text.size());
    text.clear();
}

} // namespace tokenry
