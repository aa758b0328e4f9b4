// SPDX-License-Identifier: MIT
#pragma once

#include "api/httpanswer.h"
#include "ports/apierror.h"

namespace tokenry
{

/// Why the exchange gave nothing to use, and what it may have done on the server nonetheless. Judged by the
/// status where one came. For an answer that could be used there is no error to ask for; a whole 2xx counts
/// as unreadable here.
[[nodiscard]] ApiError errorOf(const HttpAnswer &answer);

} // namespace tokenry
