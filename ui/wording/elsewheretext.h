// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ledgerentry.h"
#include "wording/errortext.h"

#include <QStringList>

namespace tokenry
{

/// A creation that was left on another cluster than the one on view. \a profileName is the profile for that
/// cluster, empty where there is none; \a others: how many more are to be told after it.
[[nodiscard]] ErrorText leftElsewhere(const LedgerEntry &entry, const QString &profileName, qsizetype others);
/// Where the fields of a new profile for the creation's cluster were filled in from.
[[nodiscard]] ErrorText filledInFor(const LedgerEntry &entry);
/// Removing the profile leaves these creations, at least one, without one.
[[nodiscard]] QString leftWithoutProfile(const std::vector<LedgerEntry> &entries);

/// By what the creation's token is known on the cluster; \a candidates as far as there are any.
[[nodiscard]] QString whatToLookFor(const LedgerEntry &entry, const QStringList &candidates);
/// What it means for the token when the person found that.
[[nodiscard]] QString meaningOf(Finding finding, bool canBeAbsent);

} // namespace tokenry
