// SPDX-License-Identifier: MIT
#include "support/faultserver/script.h"

namespace tokenry::tests
{

QByteArray answer(const QByteArray &status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + status + "\r\n" + headers +
           "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

namespace
{

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<uchar>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes;
    for (int shift = 0; shift < 32; shift += 8)
        bytes.append(static_cast<char>((value >> shift) & 0xFFU));
    return bytes;
}

} // namespace

QByteArray gzipped(const QByteArray &bytes)
{
    // qCompress gives 4 bytes of length, a zlib head of 2, the deflated bytes and a checksum of 4.
    const QByteArray deflated = qCompress(bytes, 9).mid(6).chopped(4);
    const auto head = QByteArray::fromHex("1f8b08000000000002ff");
    return head + deflated + littleEndian(crc32(bytes)) + littleEndian(static_cast<quint32>(bytes.size()));
}

Script answering(const QByteArray &bytes)
{
    return {{Step::Kind::ReadRequest}, {Step::Kind::Write, bytes}};
}

Script answeringAndClosing(const QByteArray &bytes)
{
    return answering(bytes) << Step{Step::Kind::Close};
}

} // namespace tokenry::tests
