// SPDX-License-Identifier: MIT
#pragma once

#include "domain/permissionselection.h"

#include <QString>

namespace tokenry
{

/// "Can write billing_events." or "Can write EVERY database, future ones too."; empty where nothing is
/// permitted. Names at most two databases, then says how many more.
[[nodiscard]] QString permissionText(const PermissionSelection &selection, Action action);
/// The same of a frozen set.
[[nodiscard]] QString permissionText(const PermissionSet &permissions, Action action);

/// What can be written, then what can be read; says so where nothing is permitted.
[[nodiscard]] QString summaryText(const PermissionSelection &selection);
[[nodiscard]] QString summaryText(const PermissionSet &permissions);
[[nodiscard]] QString nothingPermittedText();

} // namespace tokenry
