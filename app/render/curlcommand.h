// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"
#include "wire/encodedcall.h"

#include <QString>

namespace tokenry
{

/// The call as a curl command to paste into bash or zsh, its body byte for byte. The management token is
/// taken from the environment ($MANAGEMENT_TOKEN) when it runs. Unlike the documentation's samples it follows
/// no redirect, which would take the management token along.
[[nodiscard]] QString curlCommand(const ClusterAddress &address, const EncodedCall &call);

} // namespace tokenry
