// SPDX-License-Identifier: MIT
#include "api/bearer.h"

#include <algorithm>

namespace tokenry
{

namespace
{

constexpr QByteArrayView scheme("Bearer ");

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
    for (qsizetype at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + token.size()))
        std::fill_n(text.data() + at, token.size(), '*');
}

} // namespace tokenry
