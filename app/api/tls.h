// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace tokenry
{

/// TLS 1.2 or later, the peer always verified, HTTP/1.1 only. \a extraAuthorities are trusted beside the
/// system's.
[[nodiscard]] QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &extraAuthorities);

/// The certificates in the text; none unless every block of it can be read.
[[nodiscard]] QList<QSslCertificate> certificatesIn(const QByteArray &pem);

} // namespace tokenry
