// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "domain/tokendraft.h"
#include "wire/documentfault.h"

#include <QByteArray>

namespace tokenry
{

// A draft as it is kept from one start to the next: all that was chosen and typed, ticks under a wildcard
// included. Databases go along with their retention, so that the draft reads as before until the list has
// been read again. No secret.

[[nodiscard]] QByteArray encodeDraft(const TokenDraft &draft);
[[nodiscard]] Result<TokenDraft, DocumentFault> decodeDraft(const QByteArray &json);

} // namespace tokenry
