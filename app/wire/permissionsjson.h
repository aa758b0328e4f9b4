// SPDX-License-Identifier: MIT
#pragma once

#include "domain/permissionset.h"

#include <QByteArray>

namespace tokenry
{

/// A JSON list with one permission per line, as a value inside an object that is indented by two blanks.
[[nodiscard]] QByteArray permissionsJson(const PermissionSet &permissions);

} // namespace tokenry
