// SPDX-License-Identifier: MIT
#include "render/shellquote.h"

#include "domain/unseencharacter.h"

#include <QList>

#include <algorithm>

namespace tokenry
{

namespace
{

/// Byte by byte, as \u of bash depends on the locale; never more than two digits are read after \x.
QString bytesEscaped(char32_t character)
{
    QString escaped;
    for (const char byte : QString::fromUcs4(&character, 1).toUtf8())
        escaped += QStringLiteral("\\x%1").arg(static_cast<unsigned char>(byte), 2, 16, QLatin1Char('0'));
    return escaped;
}

QString ansiQuoted(const QList<uint> &text)
{
    QString quoted = QStringLiteral("$'");
    for (const char32_t character : text) {
        if (character == U'\'' || character == U'\\')
            quoted += QLatin1Char('\\') + QString::fromUcs4(&character, 1);
        else if (character == U'\n')
            quoted += QLatin1String("\\n");
        else if (character == U'\t')
            quoted += QLatin1String("\\t");
        else if (isUnseen(character))
            quoted += bytesEscaped(character);
        else
            quoted += QString::fromUcs4(&character, 1);
    }
    return quoted + QLatin1Char('\'');
}

} // namespace

QString singleQuoted(QStringView text)
{
    QString quoted = text.toString();
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

QString shellQuoted(QStringView text)
{
    QList<uint> characters = text.toUcs4();
    // No argument of a program can hold a NUL.
    std::replace(characters.begin(), characters.end(), 0U, uint(QChar::ReplacementCharacter));
    if (std::any_of(characters.cbegin(), characters.cend(),
                    [](uint character) { return isUnseen(character); }))
        return ansiQuoted(characters);
    return singleQuoted(
        QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()), characters.size()));
}

} // namespace tokenry
