// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"
#include "domain/tokenrequest.h"

#include <QString>

namespace tokenry
{

/// The creation as an influxctl command to paste into bash or zsh, one flag per line. It signs in as
/// influxctl's own default profile does.
[[nodiscard]] QString influxctlCommand(const ClusterAddress &address, const TokenRequest &request);

} // namespace tokenry
