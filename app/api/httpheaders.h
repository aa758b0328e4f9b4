// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace tokenry
{

/// An HTTP date ("Sun, 06 Nov 1994 08:49:37 GMT") in UTC; not valid for anything else.
[[nodiscard]] QDateTime httpDate(const QByteArray &value);

/// Retry-After, in seconds or as a date (which needs the server's own \a now); never negative, a day at most.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const QByteArray &value, const QDateTime &now);

} // namespace tokenry
