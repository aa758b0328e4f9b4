// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace tokenry
{

/// The body in UTF-8 without a byte order mark; UTF-16 is told by its mark or its NULs. Bytes that are no
/// UTF-8 are kept. The copy is the caller's to wipe.
[[nodiscard]] QByteArray utf8Of(QByteArrayView body);

} // namespace tokenry
