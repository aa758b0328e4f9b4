// SPDX-License-Identifier: MIT
#pragma once

#include "base/secret.h"

namespace tokenry
{

/// The first 8 bytes of the secret's SHA-256, as 16 hexadecimal digits: enough to recognise the secret, too
/// little to find it out. Empty for an empty secret.
[[nodiscard]] QByteArray fingerprintOf(const Secret &secret);

} // namespace tokenry
