// SPDX-License-Identifier: MIT
#pragma once

#include "ports/apierror.h"

#include <QString>

namespace tokenry
{

/// What somebody who can mend it wants to know, one fact a line: kind, status, the server's and the library's
/// words.
[[nodiscard]] QString detailsOf(const ApiError &error);

} // namespace tokenry
