// SPDX-License-Identifier: MIT
#pragma once

namespace tokenry::demo
{

// Closes the connection that comes from this port of the same computer, as if the network had gone. The HTTP
// library has no way to leave a request unanswered.
void hangUpOn(int remotePort);

} // namespace tokenry::demo
