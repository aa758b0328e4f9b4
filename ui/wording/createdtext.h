// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/issuance.h"
#include "wording/errortext.h"

namespace tokenry
{

/// What came of an issuance whose token was created, for the place that the person returns to.
[[nodiscard]] ErrorText createdText(const Issuance &issuance);

} // namespace tokenry
