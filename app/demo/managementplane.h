// SPDX-License-Identifier: MIT
#pragma once

#include "demo/answer.h"
#include "demo/call.h"
#include "demo/cluster.h"

namespace tokenry::demo
{

// Answers everything below /api/v0, errors included. A management token has full rights, so nothing is ever
// 403.
Answer answerManagement(Cluster &cluster, const Call &call);

} // namespace tokenry::demo
