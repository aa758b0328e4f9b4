// SPDX-License-Identifier: MIT
#pragma once

#include "demo/account.h"
#include "demo/answer.h"
#include "demo/call.h"

namespace tokenry::demo
{

// Answers everything below /api/v0, errors included. A management token has full rights, so nothing is 403;
// save for the token that may only read, and for a fault.
Answer answerManagement(Account &account, const Call &call);

} // namespace tokenry::demo
