// SPDX-License-Identifier: MIT
#pragma once

#include "base/secret.h"

#include <QByteArrayView>

namespace tokenry
{

/// The secret found in the answer to a creation.
struct FoundSecret
{
    /// Empty: the answer holds none (or was cut before its end).
    Secret secret;
    /// A later accessToken of the same object has another value; the first is kept.
    bool contradicted = false;
    /// Characters outside 0x21–0x7E, kept as found.
    bool unusual = false;
};

/// The string value of the depth-1 key "accessToken", escapes decoded. A tokenizer, so that a description
/// that contains
/// `"accessToken":"…"` does not win; and tolerant of an answer that is cut off, ill-encoded or followed by
/// something else: what a DOM parser refuses may still hold the only copy of a secret.
[[nodiscard]] FoundSecret accessTokenIn(QByteArrayView body);

} // namespace tokenry
