// SPDX-License-Identifier: MIT
#pragma once

#include "domain/actionset.h"

#include <functional>
#include <optional>
#include <vector>

namespace tokenry
{

/// A database as somebody wrote it down, with what it is to be permitted for where that was written, too.
struct PastedName
{
    QString name;
    std::optional<ActionSet> actions;

    friend bool operator==(const PastedName &, const PastedName &) = default;
};

/// The names in a text out of a ticket, a chat, a table or a shell history, in their order, each once.
///
/// Understands lists between line ends, blanks, commas, semicolons, tabs and pipes; bullets, numbering,
/// quotes and Markdown; a column of r, w, rw, read, write … behind or before the names; tables with a header
/// (Database, Access, Read, Write; other columns are passed over); labels such as "Write:" for what follows;
/// and the options --read-database and --write-database of influxctl commands. What else there is, words of a
/// sentence for example, comes out as a name: nobody but the catalog can tell.
///
/// \a isKnown tells the names that are on the cluster; these are never taken apart.
[[nodiscard]] std::vector<PastedName> pastedNames(const QString &text,
                                                  const std::function<bool(const QString &)> &isKnown);

} // namespace tokenry
