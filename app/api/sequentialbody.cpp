// SPDX-License-Identifier: MIT
#include "api/sequentialbody.h"

#include <algorithm>

namespace tokenry
{

SequentialBody::SequentialBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent), m_bytes(std::move(bytes))
{
    // Unbuffered, so that what was handed out is what was read.
    open(ReadOnly | Unbuffered);
}

bool SequentialBody::seek(qint64 position)
{
    return position == m_position;
}

bool SequentialBody::reset()
{
    return false;
}

qint64 SequentialBody::readData(char *data, qint64 maximum)
{
    if (atEnd())
        return -1;
    const qsizetype size = std::min<qint64>(maximum, m_bytes.size() - m_position);
    std::copy_n(m_bytes.constData() + m_position, size, data);
    m_position += size;
    return size;
}

qint64 SequentialBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace tokenry
