// SPDX-License-Identifier: MIT
#pragma once

#include "ports/keychain.h"

#include <functional>

namespace tokenry
{

/// Looks, without asking the person, and calls \a then if what the keychain holds lies on the disk as plain
/// text; unless \a receiver dies first. A keychain that cannot be looked at says so when it is written to.
void ifPlainText(Keychain &keychain, QObject *receiver, const std::function<void()> &then);

} // namespace tokenry
