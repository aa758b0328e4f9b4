// SPDX-License-Identifier: MIT
#include "api/apierrors.h"
#include "api/clientfixture.h"
#include "api/tls.h"
#include "api/waiting.h"
#include "support/faultserver/faultserver.h"
#include "support/faultserver/testcertificates.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tokenry;
using namespace tokenry::tests;

class TlsTest : public QObject
{
    Q_OBJECT

    TestCertificates m_certificates;

private Q_SLOTS:
    void initTestCase()
    {
        forgetProxies();
        QVERIFY2(m_certificates.isValid(), qPrintable(m_certificates.error()));
    }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void answersWithAnAuthorityOfItsOwn_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("address") << QStringLiteral("127.0.0.1");
        QTest::newRow("name") << QStringLiteral("localhost");
    }

    void answersWithAnAuthorityOfItsOwn()
    {
        QFETCH(QString, host);
        FaultServer server(m_certificates.good());
        server.play(answering(answer("200 OK", "{}")));
        Transport transport({m_certificates.authority()});
        const auto got = exchange(transport, posting(server.url(host)));
        QVERIFY(got);
        QCOMPARE(got->ending, HttpAnswer::Ending::Answered);
        QCOMPARE(got->status, 200);
        QCOMPARE(server.count("POST"), 1);
    }

    void refuses_data()
    {
        QTest::addColumn<QSslConfiguration>("server");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<ApiError::Kind>("kind");
        using Kind = ApiError::Kind;
        QTest::newRow("unknown authority") << m_certificates.good() << false << Kind::AuthorityUnknown;
        QTest::newRow("signed by nobody")
            << m_certificates.selfSigned() << true << Kind::CertificateSelfSigned;
        QTest::newRow("expired") << m_certificates.expired() << true << Kind::CertificateExpired;
        QTest::newRow("not yet valid")
            << m_certificates.notYetValid() << true << Kind::CertificateNotYetValid;
        QTest::newRow("another host's") << m_certificates.wrongHost() << true << Kind::CertificateForAnother;
        QTest::newRow("expired, and unknown") << m_certificates.expired() << false << Kind::AuthorityUnknown;
        QTest::newRow("none") << QSslConfiguration::defaultConfiguration() << true << Kind::TlsFailed;
    }

    void refuses()
    {
        QFETCH(QSslConfiguration, server);
        QFETCH(bool, trusted);
        QFETCH(ApiError::Kind, kind);
        FaultServer faulty(server);
        faulty.play(answering(answer("200 OK", "{}")));
        Transport transport(trusted ? QList{m_certificates.authority()} : QList<QSslCertificate>());
        transport.prewarm(faulty.url());
        const auto got = exchange(transport, posting(faulty.url()));
        QVERIFY(got);
        const ApiError error = errorOf(*got);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.effect, ApiError::Effect::None);
        QVERIFY(!error.technical.isEmpty());
        QCOMPARE(faulty.requests().size(), 0);
    }

    void plainHttpBehindHttps()
    {
        FaultServer server;
        server.play({{Step::Kind::Write, "HTTP/1.1 400 Bad Request\r\n\r\n"}, {Step::Kind::Close}});
        QUrl url = server.url();
        url.setScheme(QStringLiteral("https"));
        Transport transport;
        const auto got = exchange(transport, posting(url));
        QVERIFY(got);
        QCOMPARE(errorOf(*got).kind, ApiError::Kind::TlsFailed);
        QCOMPARE(errorOf(*got).effect, ApiError::Effect::None);
    }

    void aHandshakeThatNeverEnds_data()
    {
        QTest::addColumn<bool>("stop");
        QTest::newRow("deadline") << false;
        QTest::newRow("stopped") << true;
    }

    void aHandshakeThatNeverEnds()
    {
        QFETCH(bool, stop);
        FaultServer server(m_certificates.good(), FaultServer::Tls::SilentHandshake);
        Transport transport({m_certificates.authority()});
        HttpRequest request = posting(server.url());
        if (!stop)
            request.sendDeadline = std::chrono::milliseconds(300);
        std::optional<HttpAnswer> got;
        HttpExchange *exchange =
            transport.send(request, "Bearer M.V1.FAKE", [&](HttpAnswer answer) { got = std::move(answer); });
        QTRY_COMPARE(server.connections(), 1);
        if (stop)
            exchange->stop();
        QTRY_VERIFY(got);
        const ApiError error = errorOf(*got);
        QCOMPARE(error.kind, stop ? ApiError::Kind::Stopped : ApiError::Kind::ConnectTimedOut);
        // Nothing but the handshake has left: no token can exist.
        QCOMPARE(error.effect, ApiError::Effect::None);
    }

    void usesThePrewarmedConnection()
    {
        FaultServer server(m_certificates.good());
        server.play(answering(answer("200 OK", "{}")));
        Transport transport({m_certificates.authority()});
        QSignalSpy ended(&transport, &Transport::prewarmEnded);
        transport.prewarm(server.url());
        QVERIFY(ended.wait(patience));
        QTRY_COMPARE(server.connections(), 1);
        QVERIFY(exchange(transport, posting(server.url())));
        QVERIFY(exchange(transport, getting(server.url())));
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.connections(), 1);
    }

    // The profile's own authority, from its address to the wire and back.
    void theAddressBringsItsAuthority()
    {
        FaultServer server(m_certificates.good());
        server.play(answering(answer("200 OK", "[]")));
        ClusterAddress address = addressOf(server.url());
        address.product = Product::Clustered;
        address.accountId.clear();
        address.clusterId.clear();
        {
            ManagementClient stranger(address);
            const auto refused = outcomeOf(stranger.databases(managementToken()));
            QVERIFY(refused && !*refused);
            QCOMPARE(refused->error().kind, ApiError::Kind::AuthorityUnknown);
            QCOMPARE(server.requests().size(), 0);
        }
        address.authority = {QStringLiteral("/ca.pem"), m_certificates.authority().toPem()};
        ManagementClient client(address);
        const auto listed = outcomeOf(client.databases(managementToken()));
        QVERIFY(listed && *listed);
        QCOMPARE(server.requests().first().target, QByteArray("/api/v0/databases"));
    }

    void anAuthorityThatCannotBeUsedSendsNothing_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("says");
        const QByteArray good = m_certificates.authority().toPem();
        QTest::newRow("missing") << QByteArray() << QStringLiteral("No such file")
                                 << QStringLiteral("No such file");
        QTest::newRow("no certificate")
            << QByteArray("-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n") << QString()
            << QStringLiteral("no readable certificate");
        QTest::newRow("one of two")
            << good + "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n"
            << QString() << QStringLiteral("no readable certificate");
    }

    void anAuthorityThatCannotBeUsedSendsNothing()
    {
        QFETCH(QByteArray, pem);
        QFETCH(QString, fault);
        QFETCH(QString, says);
        FaultServer server(m_certificates.good());
        server.play(answering(answer("200 OK", "[]")));
        ClusterAddress address = addressOf(server.url());
        address.authority = {QStringLiteral("/ca.pem"), pem, fault};
        ManagementClient client(address);
        client.prewarm();
        const auto refused = outcomeOf(client.create(managementToken(), creating()));
        QVERIFY(refused && !*refused);
        QCOMPARE(refused->error().kind, ApiError::Kind::AuthorityUnusable);
        QCOMPARE(refused->error().effect, ApiError::Effect::None);
        QVERIFY(refused->error().technical.contains(QLatin1String("/ca.pem")));
        QVERIFY2(refused->error().technical.contains(says), qPrintable(refused->error().technical));
        QCOMPARE(server.connections(), 0);
    }

    void addsToTheSystemsAuthorities()
    {
        const QSslConfiguration configuration = tlsConfiguration({m_certificates.authority()});
        const QList<QSslCertificate> trusted = configuration.caCertificates();
        for (const QSslCertificate &system : QSslConfiguration::systemCaCertificates())
            QVERIFY(trusted.contains(system));
        QVERIFY(trusted.contains(m_certificates.authority()));
        QCOMPARE(configuration.peerVerifyMode(), QSslSocket::VerifyPeer);
        QCOMPARE(configuration.protocol(), QSsl::TlsV1_2OrLater);
    }
};

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
