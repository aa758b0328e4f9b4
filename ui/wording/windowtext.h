// SPDX-License-Identifier: MIT
#pragma once

#include "ports/profilestore.h"
#include "wording/errortext.h"

#include <vector>

namespace tokenry
{

/// A profile or file asked for while a review or a dialog is open, and so many files after it.
[[nodiscard]] ErrorText opensLater(const QString &name, qsizetype others = 0);
/// The command line named a profile that is not there, or whose file or folder, one of the \a broken, cannot
/// be used. \a open is what the window shows instead, empty where there is no profile.
[[nodiscard]] ErrorText profileNotOpened(const QString &name, const QString &open,
                                         const std::vector<StorageError> &broken);
/// Profile files that were left out; at least one.
[[nodiscard]] ErrorText brokenProfiles(const std::vector<StorageError> &errors);
/// Why the window stays open; \a asked: until the answer is there, because the program was asked to end.
[[nodiscard]] ErrorText cannotCloseWhileCreating(bool asked);
/// Why the desktop is asked to wait with sleep and log-out; shown by the desktop beside Tokenry's name.
[[nodiscard]] QString inhibitorReason();

} // namespace tokenry
