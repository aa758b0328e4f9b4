// SPDX-License-Identifier: MIT
#pragma once

#include "ports/apierror.h"

#include <chrono>
#include <optional>

namespace tokenry
{

/// How often a list is asked for again by machine. Creating never is.
constexpr int mostRetries = 3;

/// How long to wait after the given number of failures in a row (from 1): longer each time, and never shorter
/// than the server asks. Nothing where asking again would not help, was tried often enough, or the server
/// asks for more than a minute: that is for the person to decide.
[[nodiscard]] std::optional<std::chrono::seconds> pauseAfter(const ApiError &error, int failures);

} // namespace tokenry
