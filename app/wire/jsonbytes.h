// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <simdjson.h>

namespace tokenry
{

/// The bytes of an answer, ready for simdjson: UTF-8 without a byte order mark, well-formed, padded. Wiped
/// when done with, as the answer to a creation holds a secret.
class JsonBytes
{
public:
    explicit JsonBytes(QByteArrayView body);
    ~JsonBytes();
    JsonBytes(const JsonBytes &) = delete;
    JsonBytes &operator=(const JsonBytes &) = delete;

    [[nodiscard]] simdjson::padded_string_view view() const;

private:
    QByteArray m_bytes;
    qsizetype m_size = 0;
};

} // namespace tokenry
