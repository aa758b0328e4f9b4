// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ledgerentry.h"

namespace tokenry
{

/// What lists the tokens of the creation's cluster with influxctl. For bash or zsh.
[[nodiscard]] QString tokenListCommand(const LedgerEntry &entry);

} // namespace tokenry
