// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <utility>
#include <vector>

/// What the help says.
namespace tokenry::helptext
{

/// What stands at the left, and what it does or means.
using Entries = std::vector<std::pair<QString, QString>>;

/// What can be done without the mouse.
[[nodiscard]] Entries keys();
/// What the words in the window mean.
[[nodiscard]] Entries words();
/// What becomes of a token's secret, in a few sentences.
[[nodiscard]] QString secret();

} // namespace tokenry::helptext
