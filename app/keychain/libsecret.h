// SPDX-License-Identifier: MIT
#pragma once

namespace tokenry
{

/// Makes libsecret, which QtKeychain uses, connect to the Secret Service afresh. It keeps its session with
/// the service for the life of the process; after another process has taken the service over, every write
/// fails with "The session wrapping the secret does not exist". Running jobs are not disturbed.
void reconnectLibsecret();

} // namespace tokenry
