// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ledgerentry.h"
#include "wording/errortext.h"

namespace tokenry
{

/// A creation that was left on another cluster than the one on view. \a profileName is the profile for that
/// cluster, empty where there is none; \a others: how many more are to be told after it.
[[nodiscard]] ErrorText leftElsewhere(const LedgerEntry &entry, const QString &profileName, qsizetype others);
/// Where the fields of a new profile for the creation's cluster were filled in from.
[[nodiscard]] ErrorText filledInFor(const LedgerEntry &entry);
/// Removing the profile leaves these creations, at least one, without one.
[[nodiscard]] QString leftWithoutProfile(const std::vector<LedgerEntry> &entries);

/// How to look for the creation's token without Tokenry; \a tokenIds as far as they are known.
[[nodiscard]] QString howToLook(const LedgerEntry &entry, const QStringList &tokenIds);

} // namespace tokenry
