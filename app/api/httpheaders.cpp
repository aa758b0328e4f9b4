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
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(value.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    // The text itself is UTC; the parser took it for local time.
    return date.isValid() ? QDateTime(date.date(), date.time(), Qt::UTC) : QDateTime();
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
