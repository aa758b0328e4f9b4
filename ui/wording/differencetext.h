// SPDX-License-Identifier: MIT
#pragma once

#include "domain/answerdifference.h"

#include <QStringList>

namespace tokenry
{

class Issuance;

/// One difference as a sentence in plain text.
[[nodiscard]] QString textFor(const AnswerDifference &difference);
/// Whether the server permitted what was reviewed.
[[nodiscard]] QString answerVerdict(const Issuance &issuance);
/// What is odd about its answer, a line each: the first differences, and what could not be read.
[[nodiscard]] QStringList answerRemarks(const Issuance &issuance);

} // namespace tokenry
