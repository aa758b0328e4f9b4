// SPDX-License-Identifier: MIT
#pragma once

#include "domain/access.h"
#include "domain/permissionselection.h"

#include <optional>
#include <vector>

namespace tokenry
{

/// By what a table of databases is sorted; names decide among equals, and are in order even where the rest is
/// reversed.
struct DatabaseOrder
{
    enum class By { Name, Read, Write, Retention, WhoElse };

    By by = By::Name;
    /// Descending: last names first, no tick first, longest retention first, most tokens first.
    bool descending = false;

    friend bool operator==(const DatabaseOrder &, const DatabaseOrder &) = default;
};

/// All rows of the selection in the order of their names: listed and typed ones together.
[[nodiscard]] std::vector<PermissionSelection::Row> rowsByName(const PermissionSelection &selection);

/// Brings rows that are in the order of their names into another order. Ascending, ticked rows come first.
/// \a access is who else reads and writes; without it nobody does.
void arrange(std::vector<PermissionSelection::Row> &rowsByName, const PermissionSelection &selection,
             DatabaseOrder order, const Access *access = nullptr);

} // namespace tokenry
