// SPDX-License-Identifier: MIT
#include "domain/profile.h"

#include <QRegularExpression>
#include <QStringList>

namespace tokenry
{

QString slugFor(const QString &name, const QStringList &taken)
{
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    // Decomposed, an accent is a character of its own and falls away: "Köln" gives koln.
    QString plain;
    for (const QChar character : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if (!character.isMark())
            plain += character;
    }
    plain.replace(others, QStringLiteral("-"));
    QString slug = plain.left(40);
    while (slug.startsWith(u'-'))
        slug.remove(0, 1);
    while (slug.endsWith(u'-'))
        slug.chop(1);
    if (slug.isEmpty())
        slug = QStringLiteral("cluster");
    QString free = slug;
    for (int number = 2; taken.contains(free); ++number)
        free = slug + u'-' + QString::number(number);
    return free;
}

} // namespace tokenry
