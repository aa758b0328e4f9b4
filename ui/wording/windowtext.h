// SPDX-License-Identifier: MIT
#pragma once

#include "ports/profilestore.h"
#include "wording/errortext.h"

#include <vector>

namespace tokenry
{

/// The command line named a profile that is not there.
[[nodiscard]] ErrorText noSuchProfile(const QString &name);
/// Profile files that were left out; at least one.
[[nodiscard]] ErrorText brokenProfiles(const std::vector<StorageError> &errors);
/// Why the window stays open.
[[nodiscard]] ErrorText cannotCloseWhileCreating();

} // namespace tokenry
