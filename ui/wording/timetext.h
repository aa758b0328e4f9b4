// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace tokenry
{

/// "Tue 2027-02-23 10:00 Europe/Berlin = 09:00 UTC" for a time in the person's zone; the UTC side names its
/// day where that is another one.
[[nodiscard]] QString instantText(const QDateTime &local);
/// "Tue 2027-02-23 10:00:07 Europe/Berlin", to tell apart what happened within a minute.
[[nodiscard]] QString secondText(const QDateTime &local);
/// "Tue 2027-02-23".
[[nodiscard]] QString dayText(QDate date);
/// How far \a then is ahead, in calendar days: "today", "in 1 day", "in 92 days", "3 days ago".
[[nodiscard]] QString daysAheadText(const QDateTime &then, const QDateTime &now);
/// "1 day", "92 days".
[[nodiscard]] QString daysText(qint64 days);
/// How long a database keeps its rows: "for ever" for 0, "2 years", "30 days"; odd lengths exactly, "43 min
/// 12 s".
[[nodiscard]] QString retentionText(std::chrono::nanoseconds retention);

} // namespace tokenry
