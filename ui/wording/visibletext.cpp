// SPDX-License-Identifier: MIT
#include "wording/visibletext.h"

#include <QChar>

namespace tokenry
{

namespace
{

bool isUnseen(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Separator_Space:
        return character != U' ';
    default:
        break;
    }
    // Letters and marks by category that nevertheless draw nothing.
    return character == 0x034F || character == 0x115F || character == 0x1160 || character == 0x17B4 ||
           character == 0x17B5 || character == 0x3164 || character == 0xFFA0 || character == 0x2800 ||
           (character >= 0x180B && character <= 0x180F) || (character >= 0xFE00 && character <= 0xFE0F) ||
           (character >= 0xE0100 && character <= 0xE01EF);
}

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
