// SPDX-License-Identifier: MIT
#pragma once

namespace tokenry
{

/// How the first reading of the databases stands; the databases themselves come through
/// DraftEditor::setCatalog().
enum class ListState { NotRead, Loading, Read };

} // namespace tokenry
