// SPDX-License-Identifier: MIT
#include "api/bearer.h"

#include <algorithm>

namespace tokenry
{

namespace
{

constexpr QByteArrayView scheme("Bearer ");

/// How many bytes at the beginning of \a text stand for the character, as it is or escaped as JSON allows; 0
/// where they stand for another one.
qsizetype writtenAs(QByteArrayView text, char character)
{
    if (!text.startsWith('\\'))
        return text.startsWith(character) ? 1 : 0;
    const QByteArrayView escaped = text.sliced(1);
    constexpr qsizetype digits = 4;
    if (escaped.startsWith('u') && escaped.size() > digits &&
        escaped.sliced(1, digits).toUShort(nullptr, 16) == static_cast<ushort>(character))
        return 2 + digits;
    if (escaped.startsWith(character) && QByteArrayView("\"\\/").contains(character))
        return 2;
    return character == '\\' ? 1 : 0;
}

/// The same for a token.
qsizetype writtenAs(QByteArrayView text, QByteArrayView token)
{
    if (text.startsWith(token))
        return token.size();
    qsizetype size = 0;
    for (const char character : token) {
        const qsizetype next = writtenAs(text.sliced(size), character);
        if (next == 0)
            return 0;
        size += next;
    }
    return size;
}

} // namespace

std::optional<QByteArray> bearerOf(const Secret &token)
{
    return token.reveal([](QByteArrayView bytes) -> std::optional<QByteArray> {
        const auto fitsAHeader = [](char c) {
            return c > 0x20 && c < 0x7F;
        };
        if (bytes.isEmpty() || !std::all_of(bytes.begin(), bytes.end(), fitsAHeader))
            return {};
        QByteArray header;
        // At once in its final size: growing would leave a copy behind.
        header.reserve(scheme.size() + bytes.size());
        return header.append(scheme).append(bytes);
    });
}

void redact(QByteArray &text, const QByteArray &authorization)
{
    if (authorization.size() <= scheme.size())
        return;
    const auto token = QByteArrayView(authorization).sliced(scheme.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype size = writtenAs(QByteArrayView(text).sliced(at), token);
        std::fill_n(text.begin() + at, size, '*');
        at += std::max<qsizetype>(size, 1);
    }
}

} // namespace tokenry
