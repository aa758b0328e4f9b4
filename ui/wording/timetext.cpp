// SPDX-License-Identifier: MIT
#include "wording/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <QTimeZone>

#include <array>

namespace tokenry
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(timetext)
};

QString minuteText(QTime time)
{
    return time.toString(QStringLiteral("HH:mm"));
}

QString yearsText(qint64 years)
{
    return years == 1 ? Words::tr("1 year") : Words::tr("%1 years").arg(years);
}

} // namespace

// Fixed forms, because they are compared by eye with what the server and the command lines say.
QString dayText(QDate date)
{
    return QLocale::c().toString(date, QStringLiteral("ddd yyyy-MM-dd"));
}

QString instantText(const QDateTime &local)
{
    const QDateTime utc = local.toUTC();
    const QString here = dayText(local.date()) + u' ' + minuteText(local.time());
    const QByteArray zone = local.timeZone().id();
    if (local.offsetFromUtc() == 0 && (zone.startsWith("UTC") || zone == "Etc/UTC"))
        return Words::tr("%1 UTC", "a point in time").arg(here);
    const QString there =
        (utc.date() == local.date() ? QString() : dayText(utc.date()) + u' ') + minuteText(utc.time());
    return Words::tr("%1 %2 = %3 UTC", "time, time zone, the same in UTC")
        .arg(here, QString::fromLatin1(zone), there);
}

QString secondText(const QDateTime &local)
{
    return Words::tr("%1 %2", "time, time zone")
        .arg(dayText(local.date()) + local.time().toString(QStringLiteral(" HH:mm:ss")),
             QString::fromLatin1(local.timeZone().id()));
}

QString daysAheadText(const QDateTime &then, const QDateTime &now)
{
    const qint64 days = now.date().daysTo(then.toTimeZone(now.timeZone()).date());
    if (days == 0)
        return Words::tr("today");
    return days > 0 ? Words::tr("in %1").arg(daysText(days)) : Words::tr("%1 ago").arg(daysText(-days));
}

QString daysText(qint64 days)
{
    return days == 1 ? Words::tr("1 day") : Words::tr("%1 days").arg(days);
}

QString retentionText(std::chrono::nanoseconds retention)
{
    struct Unit
    {
        qint64 length;
        const char *name;
    };
    static constexpr std::array units{
        Unit{3'600'000'000'000, QT_TRANSLATE_NOOP("timetext", "%1 h")},
        Unit{60'000'000'000, QT_TRANSLATE_NOOP("timetext", "%1 min")},
        Unit{1'000'000'000, QT_TRANSLATE_NOOP("timetext", "%1 s")},
        Unit{1'000'000, QT_TRANSLATE_NOOP("timetext", "%1 ms")},
        Unit{1'000, QT_TRANSLATE_NOOP("timetext", "%1 µs")},
        Unit{1, QT_TRANSLATE_NOOP("timetext", "%1 ns")},
    };
    constexpr qint64 day = 24 * units[0].length;

    qint64 rest = retention.count();
    if (rest == 0)
        return Words::tr("for ever");
    if (rest < 0)
        return Words::tr("%1 ns").arg(rest);
    const qint64 days = rest / day;
    rest %= day;
    if (rest == 0 && days % 365 == 0)
        return yearsText(days / 365);
    QStringList parts;
    if (days > 0)
        parts += daysText(days);
    for (const Unit &unit : units) {
        if (const qint64 count = rest / unit.length; count > 0)
            parts += Words::tr(unit.name).arg(count);
        rest %= unit.length;
    }
    return parts.join(u' ');
}

} // namespace tokenry
