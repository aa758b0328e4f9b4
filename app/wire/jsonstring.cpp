// SPDX-License-Identifier: MIT
#include "wire/jsonstring.h"

#include "domain/unseencharacter.h"

#include <QChar>
#include <QList>
#include <QString>

#include <optional>

namespace tokenry
{

namespace
{

void appendUtf8(QByteArray &out, char32_t character)
{
    const auto byte = [&](char32_t bits) {
        out += static_cast<char>(bits);
    };
    if (character < 0x80) {
        byte(character);
    } else if (character < 0x800) {
        byte(0xC0 | (character >> 6));
        byte(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        byte(0xE0 | (character >> 12));
        byte(0x80 | ((character >> 6) & 0x3F));
        byte(0x80 | (character & 0x3F));
    } else {
        byte(0xF0 | (character >> 18));
        byte(0x80 | ((character >> 12) & 0x3F));
        byte(0x80 | ((character >> 6) & 0x3F));
        byte(0x80 | (character & 0x3F));
    }
}

void appendUnit(QByteArray &out, char16_t unit)
{
    out += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

void appendEscaped(QByteArray &out, char32_t character)
{
    switch (character) {
    case U'"':
        out += "\\\"";
        return;
    case U'\\':
        out += "\\\\";
        return;
    case U'\b':
        out += "\\b";
        return;
    case U'\f':
        out += "\\f";
        return;
    case U'\n':
        out += "\\n";
        return;
    case U'\r':
        out += "\\r";
        return;
    case U'\t':
        out += "\\t";
        return;
    default:
        break;
    }
    if (!isUnseen(character)) {
        appendUtf8(out, character);
    } else if (QChar::requiresSurrogates(character)) {
        appendUnit(out, QChar::highSurrogate(character));
        appendUnit(out, QChar::lowSurrogate(character));
    } else {
        appendUnit(out, static_cast<char16_t>(character));
    }
}

/// The code unit of the four hexadecimal digits at \a at.
std::optional<char16_t> hexUnit(QByteArrayView raw, qsizetype at)
{
    if (at + 4 > raw.size())
        return {};
    unsigned unit = 0;
    for (const char digit : raw.sliced(at, 4)) {
        unit <<= 4;
        if (digit >= '0' && digit <= '9')
            unit |= static_cast<unsigned>(digit - '0');
        else if (digit >= 'a' && digit <= 'f')
            unit |= static_cast<unsigned>(digit - 'a' + 10);
        else if (digit >= 'A' && digit <= 'F')
            unit |= static_cast<unsigned>(digit - 'A' + 10);
        else
            return {};
    }
    return static_cast<char16_t>(unit);
}

/// The character of the \u escape whose digits begin at \a at, which moves behind them (and behind the second
/// escape of a surrogate pair); nothing where it stands for no character.
std::optional<char32_t> unicodeEscape(QByteArrayView raw, qsizetype &at)
{
    const std::optional<char16_t> unit = hexUnit(raw, at);
    if (!unit)
        return {};
    at += 4;
    if (!QChar::isSurrogate(*unit))
        return *unit;
    if (!QChar::isHighSurrogate(*unit) || !raw.sliced(at).startsWith("\\u"))
        return {};
    const std::optional<char16_t> low = hexUnit(raw, at + 2);
    if (!low || !QChar::isLowSurrogate(*low))
        return {};
    at += 6;
    return QChar::surrogateToUcs4(*unit, *low);
}

std::optional<char> simpleEscape(char letter)
{
    constexpr QByteArrayView letters = "\"\\/bfnrt";
    constexpr QByteArrayView meanings = "\"\\/\b\f\n\r\t";
    const qsizetype index = letters.indexOf(letter);
    return index < 0 ? std::nullopt : std::optional(meanings[index]);
}

} // namespace

QByteArray jsonString(QStringView text)
{
    QByteArray out;
    out.reserve(text.size() + 2);
    out += '"';
    // toUcs4 gives U+FFFD for lone surrogates.
    for (const uint character : text.toUcs4())
        appendEscaped(out, character);
    out += '"';
    return out;
}

DecodedString decodeJsonString(QByteArrayView raw)
{
    DecodedString decoded;
    QByteArray &out = decoded.utf8;
    // Enough for the worst case, so that no half-done copy of a secret is left behind by growing.
    out.reserve(raw.size() * 3 / 2 + 3);
    for (qsizetype i = 0; i < raw.size();) {
        if (raw[i] != '\\') {
            out += raw[i++];
            continue;
        }
        std::optional<char32_t> character;
        if (++i < raw.size()) {
            const char letter = raw[i++];
            if (letter == 'u')
                character = unicodeEscape(raw, i);
            else if (const std::optional<char> simple = simpleEscape(letter))
                character = static_cast<unsigned char>(*simple);
        }
        decoded.exact = decoded.exact && character;
        appendUtf8(out, character.value_or(QChar::ReplacementCharacter));
    }
    return decoded;
}

qsizetype closingQuote(QByteArrayView json, qsizetype from)
{
    for (qsizetype i = from; i < json.size(); ++i) {
        if (json[i] == '"')
            return i;
        if (json[i] == '\\')
            ++i;
    }
    return -1;
}

} // namespace tokenry
