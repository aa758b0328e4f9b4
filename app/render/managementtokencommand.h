// SPDX-License-Identifier: MIT
#pragma once

#include "domain/profile.h"

namespace tokenry
{

/// What an administrator runs with influxctl to make a management token for the profile's account, or for its
/// cluster with InfluxDB Clustered. For bash or zsh.
[[nodiscard]] QString managementTokenCommand(const Profile &profile);

} // namespace tokenry
