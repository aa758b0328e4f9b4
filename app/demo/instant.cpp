// SPDX-License-Identifier: MIT
#include "demo/instant.h"

#include <QDateTime>
#include <QRegularExpression>

#include <chrono>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

Instant now()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

QString toRfc3339(Instant instant)
{
    const qint64 fraction = ((instant % microsPerSecond) + microsPerSecond) % microsPerSecond;
    const QDateTime whole = QDateTime::fromSecsSinceEpoch((instant - fraction) / microsPerSecond, Qt::UTC);
    const QString text = whole.toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    return fraction == 0 ? text + u'Z' : text + u".%1Z"_s.arg(fraction, 6, 10, QChar(u'0'));
}

std::optional<Instant> fromRfc3339(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(\A([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]+))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))\z)"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time = QTime::fromString(match.captured(2), u"HH:mm:ss"_s);
    const int offsetHours = match.captured(5).toInt();
    const int offsetMinutes = match.captured(6).toInt();
    if (!date.isValid() || !time.isValid() || offsetHours > 23 || offsetMinutes > 59)
        return std::nullopt;
    const qint64 fraction = match.captured(3).leftJustified(6, u'0', true).toLongLong();
    const qint64 offset = (offsetHours * 60LL + offsetMinutes) * (match.captured(4) == u"-"_s ? -60 : 60);
    const qint64 seconds = QDateTime(date, time, Qt::UTC).toSecsSinceEpoch() - offset;
    return seconds * microsPerSecond + fraction;
}

} // namespace tokenry::demo
