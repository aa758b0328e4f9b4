// SPDX-License-Identifier: MIT
#pragma once

#include "api/httpanswer.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

namespace tokenry
{

/// TLS 1.2 or later, the peer always verified, HTTP/1.1 only. \a extraAuthorities are trusted beside the
/// system's.
[[nodiscard]] QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &extraAuthorities);

/// The certificates in the text; none unless every block of it can be read.
[[nodiscard]] QList<QSslCertificate> certificatesIn(const QByteArray &pem);

/// The gravest of them: who vouches for the server comes before whose certificate it is and until when.
[[nodiscard]] HttpAnswer::TlsFault faultOf(const QList<QSslError> &errors);

} // namespace tokenry
