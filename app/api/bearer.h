// SPDX-License-Identifier: MIT
#pragma once

#include "base/secret.h"

#include <QByteArray>

#include <optional>

namespace tokenry
{

/// "Bearer TOKEN"; nothing for a token that is empty or holds what no header may carry (blanks, line ends,
/// controls, anything beyond ASCII). The copy is the caller's to wipe.
[[nodiscard]] std::optional<QByteArray> bearerOf(const Secret &token);

/// Overwrites the token of \a authorization wherever a text repeats it, also with JSON's escapes.
void redact(QByteArray &text, const QByteArray &authorization);

} // namespace tokenry
