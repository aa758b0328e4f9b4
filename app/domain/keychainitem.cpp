// SPDX-License-Identifier: MIT
#include "domain/keychainitem.h"

#include <QRegularExpression>

namespace tokenry
{

namespace
{

constexpr qsizetype maximumLength = 64;
constexpr qsizetype proposedLength = 40;

} // namespace

bool isKeychainName(const QString &name)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z0-9_]+$"));
    return name.size() <= maximumLength && shape.match(name).hasMatch() && !name.endsWith(u'\n') &&
           !name.endsWith(QLatin1String("_next")) && !name.endsWith(QLatin1String("_prev"));
}

QString keychainNameFor(const QString &description)
{
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    QString plain;
    for (const QChar character : description.normalized(QString::NormalizationForm_KD).toLower()) {
        if (!character.isMark())
            plain += character;
    }
    plain.replace(others, QStringLiteral("_"));
    while (plain.startsWith(u'_'))
        plain.remove(0, 1);
    if (plain.size() > proposedLength) {
        // Behind a word; within one only where it would fill most of the name.
        const qsizetype wordEnd = plain.lastIndexOf(u'_', proposedLength);
        plain.truncate(wordEnd > proposedLength / 2 ? wordEnd : proposedLength);
    }
    while (plain.endsWith(u'_'))
        plain.chop(1);
    for (const QLatin1String reserved : {QLatin1String("_next"), QLatin1String("_prev")}) {
        if (plain.endsWith(reserved))
            plain += QStringLiteral("_token");
    }
    return plain.isEmpty() ? QStringLiteral("token") : plain;
}

QString nextKeychainName(const QString &name)
{
    static const QRegularExpression numbered(QStringLiteral("^(.*)_(\\d{1,3})$"));
    const auto match = numbered.match(name);
    const QString stem = match.hasMatch() ? match.captured(1) : name;
    const QString suffix = u'_' + QString::number(match.hasMatch() ? match.captured(2).toInt() + 1 : 2);
    return stem.left(maximumLength - suffix.size()) + suffix;
}

} // namespace tokenry
