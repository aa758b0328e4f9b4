// SPDX-License-Identifier: MIT
#pragma once

#include "domain/tokendraft.h"

namespace tokenry
{

/// One change to a draft that settles an advice.
struct Remedy
{
    enum class Kind {
        /// The action's wildcard becomes a tick on every database of today.
        NameOneByOne,
        ExpireInDays,
        /// What is ticked on a name that is not listed goes to one that is.
        UseName,
        /// Names that are ticked and not listed are forgotten.
        RemoveMissing,
        Describe,
        /// Ticks for the action become its wildcard.
        AllDatabases,
        UntickNamed,
        /// What is written can be read, too.
        AddRead,
    };

    Kind kind;
    Action action = Action::Read;
    int days = 0;
    /// UseName: the name to replace.
    QString from{};
    /// UseName: the name to use; Describe: the description.
    QString to{};
    /// RemoveMissing: how many names.
    qsizetype count = 0;

    friend bool operator==(const Remedy &, const Remedy &) = default;
};

/// The draft with the remedy; the same draft where there is nothing left to do.
[[nodiscard]] TokenDraft remedied(TokenDraft draft, const Remedy &remedy);

} // namespace tokenry
