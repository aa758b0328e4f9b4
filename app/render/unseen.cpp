// SPDX-License-Identifier: MIT
#include "render/unseen.h"

#include "domain/unseencharacter.h"

#include <QList>

namespace tokenry
{

QString unseenSpelledOut(const QString &text)
{
    QString shown;
    for (const char32_t character : text.toUcs4())
        shown += isUnseen(character) ? QStringLiteral("\\u{%1}").arg(uint(character), 4, 16, QLatin1Char('0'))
                                     : QString::fromUcs4(&character, 1);
    return shown;
}

} // namespace tokenry
