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

HttpAnswer::TlsFault faultOf(const QList<QSslError> &errors)
{
    using enum HttpAnswer::TlsFault;
    struct Meaning
    {
        HttpAnswer::TlsFault fault;
        QList<QSslError::SslError> errors;
    };
    const Meaning byGravity[] = {
        {SelfSigned, {QSslError::SelfSignedCertificate}},
        {UnknownAuthority,
         {QSslError::UnableToGetLocalIssuerCertificate, QSslError::UnableToGetIssuerCertificate,
          QSslError::UnableToVerifyFirstCertificate, QSslError::SelfSignedCertificateInChain,
          QSslError::CertificateUntrusted}},
        {AnotherHost, {QSslError::HostNameMismatch}},
        {Expired, {QSslError::CertificateExpired}},
        {NotYetValid, {QSslError::CertificateNotYetValid}},
    };
    for (const Meaning &meaning : byGravity) {
        const bool there = std::any_of(errors.begin(), errors.end(), [&](const QSslError &each) {
            return meaning.errors.contains(each.error());
        });
        if (there)
            return meaning.fault;
    }
    return Other;
}

} // namespace tokenry
