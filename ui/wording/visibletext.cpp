// SPDX-License-Identifier: MIT
#include "wording/visibletext.h"

#include "domain/unseencharacter.h"

#include <QChar>

namespace tokenry
{

namespace
{

QString escaped(char32_t character)
{
    return QStringLiteral("⟨U+%1⟩").arg(static_cast<uint>(character), 4, 16, QLatin1Char('0')).toUpper();
}

} // namespace

QString visibleText(const QString &text, qsizetype maximum)
{
    if (maximum >= 0 && text.size() > maximum) {
        const bool split = maximum > 0 && text[maximum - 1].isHighSurrogate();
        return visibleText(text.left(split ? maximum - 1 : maximum)) + u'…';
    }
    qsizetype first = 0;
    while (first < text.size() && text[first] == u' ')
        ++first;
    qsizetype last = text.size();
    while (last > first && text[last - 1] == u' ')
        --last;

    QString visible;
    visible.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool edge = at < first || at >= last;
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const char32_t character = pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
        if (pair)
            ++at;
        // A lone surrogate is of the category Other_Surrogate, so it is spelled out too.
        if (edge || isUnseen(character))
            visible += escaped(character);
        else
            visible += QChar::fromUcs4(character);
    }
    return visible;
}

QString onButton(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace tokenry
