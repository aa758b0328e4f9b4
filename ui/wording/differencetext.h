// SPDX-License-Identifier: MIT
#pragma once

#include "domain/answerdifference.h"

#include <QString>

namespace tokenry
{

/// One difference as a sentence in plain text.
[[nodiscard]] QString textFor(const AnswerDifference &difference);

} // namespace tokenry
