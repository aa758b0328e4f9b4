// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QStringView>

namespace tokenry
{

/// The instant of an RFC 3339 date-time, in UTC; not valid where it is none. Any number of digits in the
/// fraction, of which milliseconds are kept. (Qt's own ISO parser takes a time without a zone for local
/// time.)
[[nodiscard]] QDateTime instantFrom(QStringView text);
/// Whole seconds in UTC with Z, as clients of the API write it.
[[nodiscard]] QString rfc3339(const QDateTime &instant);

} // namespace tokenry
