// SPDX-License-Identifier: MIT
#pragma once

#include "demo/account.h"
#include "demo/answer.h"
#include "demo/call.h"

namespace tokenry::demo
{

// The part of the clusters' own address, which all of them share, that a token can be tried on: /ping, /query
// (InfluxQL) and /api/v2/write. A token that is unknown, not active yet, expired or revoked is 401. One that
// lacks the permission is 401 when writing and 403 when querying: that is how the documentation describes the
// two, and why a client can rely on neither.
Answer answerData(Account &account, const Call &call);

} // namespace tokenry::demo
