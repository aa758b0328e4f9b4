// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace tokenry
{

/// Whether GNOME Keyring keeps the collection (its D-Bus path) as plain text, which it does for a keyring
/// whose password is empty. False where that cannot be seen.
[[nodiscard]] bool isPlainTextKeyring(const QString &collectionPath);

} // namespace tokenry
