// SPDX-License-Identifier: MIT
#pragma once

#include "ports/apierror.h"
#include "wording/errortext.h"

namespace tokenry
{

/// What was being asked of the server.
enum class Situation {
    Reading,        // databases and tokens, once more
    Creating,       // a token
    Revoking,       // a token
    Testing,        // an address and a management token, before they are saved
    ReadingAtFirst, // databases and tokens, with none on view yet
    ReadingTokens,  // the tokens alone
};

[[nodiscard]] ErrorText textFor(const ApiError &error, Situation situation);
/// What to do about a token just made that cannot be revoked for want of a management token.
[[nodiscard]] QString withoutManagementToken();

} // namespace tokenry
