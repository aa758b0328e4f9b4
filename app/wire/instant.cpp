// SPDX-License-Identifier: MIT
#include "wire/instant.h"

#include <QRegularExpression>

namespace tokenry
{

QDateTime instantFrom(QStringView text)
{
    static const QRegularExpression form(QStringLiteral(
        R"(\A(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):?(\d\d))\z)"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    const auto number = [&](int group) {
        return match.capturedView(group).toInt();
    };
    // A leap second counts as the second before it.
    const int second = std::min(number(6), 59);
    const int milliseconds = match.captured(7).leftJustified(3, QLatin1Char('0'), true).toInt();
    const QDate date(number(1), number(2), number(3));
    const QTime time(number(4), number(5), second, milliseconds);
    if (!date.isValid() || !time.isValid() || number(6) > 60 || number(9) > 23 || number(10) > 59)
        return {};
    const int offset = (number(9) * 60 + number(10)) * 60;
    return QDateTime(date, time, Qt::UTC).addSecs(match.capturedView(8) == u"-" ? offset : -offset);
}

QString rfc3339(const QDateTime &instant)
{
    return instant.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}

} // namespace tokenry
