// SPDX-License-Identifier: MIT
#include "support/faultserver/testcertificates.h"

#include <QFile>
#include <QProcess>

namespace tokenry::tests
{

using namespace Qt::StringLiterals;

TestCertificates::TestCertificates()
{
    openssl(u"genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out authority.key"_s);
    openssl(
        u"req -x509 -new -key authority.key -subj /CN=Tokenry-test-authority -days 30 -out authority.pem"_s);
    openssl(u"genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out server.key"_s);
    openssl(u"req -new -key server.key -subj /CN=Tokenry-test-server -out server.csr"_s);
    sign(u"good"_s, "IP:127.0.0.1,DNS:localhost", u"30"_s);
    sign(u"expired"_s, "IP:127.0.0.1,DNS:localhost", u"-1"_s);
    signForTheFuture();
    sign(u"wronghost"_s, "DNS:elsewhere.example", u"30"_s);
    openssl(u"req -x509 -new -key server.key -subj /CN=Tokenry-test-nobody -days 30 -addext "
            "subjectAltName=IP:127.0.0.1 -out selfsigned.pem"_s);
    m_authority = QSslCertificate::fromPath(path(u"authority.pem"_s)).value(0);
    QFile key(path(u"server.key"_s));
    if (key.open(QIODevice::ReadOnly))
        m_key = QSslKey(&key, QSsl::Ec);
}

bool TestCertificates::isValid() const
{
    return m_error.isEmpty() && !m_authority.isNull() && !m_key.isNull();
}

bool TestCertificates::openssl(const QString &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(u"openssl"_s, arguments.split(u' '));
    const bool worked = process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit &&
                        process.exitCode() == 0;
    if (!worked)
        m_error += arguments + u": "_s + process.errorString() +
                   QString::fromLocal8Bit(process.readAllStandardError());
    return worked;
}

void TestCertificates::sign(const QString &name, const QByteArray &hosts, const QString &days)
{
    QFile extensions(path(name + u".ext"_s));
    if (extensions.open(QIODevice::WriteOnly))
        extensions.write("subjectAltName=" + hosts + "\n");
    extensions.close();
    openssl(
        u"x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days %1 -extfile %2.ext -out %2.pem"_s
            .arg(days, name));
}

void TestCertificates::signForTheFuture()
{
    QFile configuration(path(u"ca.cnf"_s));
    if (configuration.open(QIODevice::WriteOnly))
        configuration.write("[ca]\ndefault_ca=a\n[a]\ndatabase=index\nserial=serial\nnew_certs_dir=.\n"
                            "default_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n");
    configuration.close();
    QFile index(path(u"index"_s));
    QFile serial(path(u"serial"_s));
    if (!index.open(QIODevice::WriteOnly) || !serial.open(QIODevice::WriteOnly) || serial.write("1000\n") < 0)
        m_error += u"cannot write"_s;
    serial.close();
    openssl(u"ca -batch -notext -config ca.cnf -cert authority.pem -keyfile authority.key -in server.csr "
            u"-extfile "
            "good.ext -startdate 21000101000000Z -enddate 21010101000000Z -out future.pem"_s);
}

QSslConfiguration TestCertificates::with(const QString &name) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(path(name + u".pem"_s)));
    configuration.setPrivateKey(m_key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

QSslConfiguration TestCertificates::good() const
{
    return with(u"good"_s);
}

QSslConfiguration TestCertificates::expired() const
{
    return with(u"expired"_s);
}

QSslConfiguration TestCertificates::notYetValid() const
{
    return with(u"future"_s);
}

QSslConfiguration TestCertificates::wrongHost() const
{
    return with(u"wronghost"_s);
}

QSslConfiguration TestCertificates::selfSigned() const
{
    return with(u"selfsigned"_s);
}

} // namespace tokenry::tests
