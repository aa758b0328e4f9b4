// SPDX-License-Identifier: MIT
#include "api/tls.h"

#include <algorithm>

namespace tokenry
{

QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &extraAuthorities)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setAllowedNextProtocols({QByteArray(QSslConfiguration::NextProtocolHttp1_1)});
    // A list of one's own replaces the system's, which is otherwise loaded on demand.
    if (!extraAuthorities.isEmpty())
        configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + extraAuthorities);
    return configuration;
}

QList<QSslCertificate> certificatesIn(const QByteArray &pem)
{
    const QList<QSslCertificate> found = QSslCertificate::fromData(pem, QSsl::Pem);
    const bool whole = found.size() == pem.count("-----BEGIN CERTIFICATE-----");
    const bool valid =
        std::none_of(found.begin(), found.end(), [](const QSslCertificate &each) { return each.isNull(); });
    return whole && valid ? found : QList<QSslCertificate>();
}

} // namespace tokenry
