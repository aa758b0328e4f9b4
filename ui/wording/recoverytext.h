// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/recovery.h"
#include "wording/errortext.h"

namespace tokenry
{

/// Where an unclear creation is told: in its review, or at a later start.
enum class RecoveryPlace { Review, Window };

/// What is known of the creation, what it means and what can be done; the details say how to look without
/// Tokenry. \a others: how many more are to be told after it.
[[nodiscard]] ErrorText textFor(const Recovery &recovery, RecoveryPlace place, qsizetype others = 0);
/// A candidate: "Created Mon 2026-11-23 14:05:09, ID 5555…"; what it permits and until when where that is not
/// what was asked for.
[[nodiscard]] QString candidateText(const Recovery &recovery, const Token &token);

/// Nothing can be created because it cannot be written down.
[[nodiscard]] ErrorText ledgerNotWritten(const StorageError &error);
/// Records that cannot be used; at least one.
[[nodiscard]] ErrorText unusableRecords(const std::vector<UnusableRecord> &records);

} // namespace tokenry
