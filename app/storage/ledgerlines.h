// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "domain/ledgerentry.h"

#include <QByteArray>

namespace tokenry
{

// A record as JSON Lines: the first line has the entry as reviewed, each further one a step.

/// The first line, with its line end.
[[nodiscard]] QByteArray ledgerHead(const LedgerEntry &reviewed);
[[nodiscard]] QByteArray ledgerLine(const ledger::Step &step);

enum class LedgerFault {
    Empty,   // not even the first line is whole, as never happens by itself
    Damaged, // a whole line is not what it should be
    FromNewerVersion,
};

/// The entry after all its steps. A last line without its end was torn off and does not count. Keys that are
/// not known are passed over.
[[nodiscard]] Result<LedgerEntry, LedgerFault> ledgerEntryFrom(const QByteArray &lines);

} // namespace tokenry
