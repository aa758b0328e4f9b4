// SPDX-License-Identifier: MIT
#pragma once

class QMenu;

namespace tokenry
{

class DatabaseTable;
class PermissionGrid;

/// What can be done with the chosen rows. Belongs to the grid and deletes itself when it closes.
[[nodiscard]] QMenu *gridMenu(PermissionGrid &grid, const DatabaseTable &model);

} // namespace tokenry
