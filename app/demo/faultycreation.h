// SPDX-License-Identifier: MIT
#pragma once

#include "demo/account.h"
#include "demo/answer.h"
#include "demo/call.h"

namespace tokenry::demo
{

// Creates a token as the contract says, save for the fault that is armed. Throws Refusal.
Answer createMeetingFaults(Account &account, Cluster &cluster, const Call &call);

} // namespace tokenry::demo
