// SPDX-License-Identifier: MIT
#include "api/httpheaders.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace tokenry
{

namespace
{

std::chrono::seconds withinADay(qint64 seconds)
{
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, 24 * 60 * 60));
}

} // namespace

QDateTime httpDate(const QByteArray &value)
{
    // Date and time apart: together they would be taken for local time, which has gaps.
    constexpr qsizetype dateLength = sizeof("Sun, 06 Nov 1994") - 1;
    const QString text = QString::fromLatin1(value.trimmed());
    const QDate date = QLocale::c().toDate(text.left(dateLength), QStringLiteral("ddd, dd MMM yyyy"));
    const QTime time = QTime::fromString(text.mid(dateLength), QStringLiteral("' 'HH:mm:ss' GMT'"));
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

std::optional<std::chrono::seconds> retryAfter(const QByteArray &value, const QDateTime &now)
{
    const QByteArray text = value.trimmed();
    if (!text.isEmpty() &&
        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false;
        const qint64 seconds = text.toLongLong(&fits);
        return fits ? std::optional(withinADay(seconds)) : std::nullopt;
    }
    const QDateTime date = httpDate(text);
    if (!date.isValid() || !now.isValid())
        return {};
    return withinADay(now.secsTo(date));
}

} // namespace tokenry
