// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

namespace tokenry
{

/// The text as a JSON string with its quotes, in UTF-8. Besides what JSON wants, characters that cannot be
/// seen are escaped (see isUnseen), so that what is reviewed reads as it is. A lone surrogate, which UTF-8
/// cannot hold, becomes U+FFFD.
[[nodiscard]] QByteArray jsonString(QStringView text);

/// What a JSON string stands for, in UTF-8.
struct DecodedString
{
    QByteArray utf8;
    /// Nothing had to be replaced: every escape is legal.
    bool exact = true;
};

/// Decodes what stands between the quotes of a JSON string. Never fails: an escape that stands for nothing
/// becomes U+FFFD. Bytes that are not escaped are kept as they are, well-formed or not.
[[nodiscard]] DecodedString decodeJsonString(QByteArrayView raw);

/// Where the string that begins at \a from (behind its opening quote) has its closing quote; -1 where it is
/// cut off.
[[nodiscard]] qsizetype closingQuote(QByteArrayView json, qsizetype from);

} // namespace tokenry
