// SPDX-License-Identifier: MIT
#pragma once

#include "domain/permissionselection.h"

namespace tokenry
{

/// A token's description made from what it may do: "billing, billing_events and 18 more – write 3, read 20",
/// "all databases – write 3, read all". In English whatever the person's language: it is kept on the server
/// for everybody. Empty where nothing is permitted.
[[nodiscard]] QString descriptionSuggestion(const PermissionSelection &selection);

} // namespace tokenry
