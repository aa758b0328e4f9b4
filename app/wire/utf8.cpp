// SPDX-License-Identifier: MIT
#include "wire/utf8.h"

#include "base/secret.h"

#include <QStringDecoder>

#include <optional>

namespace tokenry
{

namespace
{

std::optional<QStringConverter::Encoding> utf16Of(QByteArrayView body)
{
    if (body.size() < 2)
        return {};
    if (body.startsWith("\xFF\xFE") || (body[0] != '\0' && body[1] == '\0'))
        return QStringConverter::Utf16LE;
    if (body.startsWith("\xFE\xFF") || (body[0] == '\0' && body[1] != '\0'))
        return QStringConverter::Utf16BE;
    return {};
}

} // namespace

QByteArray utf8Of(QByteArrayView body)
{
    constexpr QByteArrayView mark = "\xEF\xBB\xBF";
    if (body.startsWith(mark))
        return body.sliced(mark.size()).toByteArray();
    const std::optional<QStringConverter::Encoding> utf16 = utf16Of(body);
    if (!utf16)
        return body.toByteArray();
    // An odd byte at the end is half a character.
    QString text = QStringDecoder(*utf16)(body.first(body.size() & ~qsizetype(1)));
    QByteArray utf8 = text.toUtf8();
    wipe(text);
    return utf8;
}

} // namespace tokenry
