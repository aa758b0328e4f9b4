// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace tokenry
{

// What identifies a request: the SHA-256 of the bytes that are sent, the body of the POST and nothing else,
// so that anyone can have it computed by sha256sum from what Review shows. It covers description, expiry and
// permissions; the cluster is named beside it.

/// 64 lower-case hexadecimal digits.
[[nodiscard]] QString sha256Of(const QByteArray &requestBytes);
/// Its beginning for the eye, "7F3A-91C2": tells accidents, not forgery.
[[nodiscard]] QString shortFingerprint(const QString &sha256);

} // namespace tokenry
