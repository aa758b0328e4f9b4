// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace tokenry
{

/// As much of what a server says as is kept; no half of a character at its end.
[[nodiscard]] inline QString shortened(const QString &message)
{
    constexpr qsizetype longest = 1000;
    const bool splitsPair = message.size() > longest && message.at(longest - 1).isHighSurrogate();
    return message.left(splitsPair ? longest - 1 : longest);
}

} // namespace tokenry
