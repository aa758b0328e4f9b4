// SPDX-License-Identifier: MIT
#include "wire/jsonbytes.h"

#include "base/secret.h"
#include "wire/utf8.h"

#include <QString>

#include <algorithm>

namespace tokenry
{

JsonBytes::JsonBytes(QByteArrayView body) : m_bytes(utf8Of(body))
{
    if (!QByteArrayView(m_bytes).isValidUtf8()) {
        QString text = QString::fromUtf8(m_bytes);
        wipe(m_bytes);
        m_bytes = text.toUtf8();
        wipe(text);
    }
    m_size = m_bytes.size();
    QByteArray padded(m_size + qsizetype(simdjson::SIMDJSON_PADDING), '\0');
    std::copy(m_bytes.cbegin(), m_bytes.cend(), padded.begin());
    wipe(m_bytes);
    m_bytes = std::move(padded);
}

JsonBytes::~JsonBytes()
{
    wipe(m_bytes);
}

simdjson::padded_string_view JsonBytes::view() const
{
    return simdjson::padded_string_view(m_bytes.constData(), static_cast<size_t>(m_size),
                                        static_cast<size_t>(m_bytes.size()));
}

} // namespace tokenry
