// SPDX-License-Identifier: MIT
#include "api/apierrors.h"
#include "api/systemproxies.h"
#include "api/waiting.h"
#include "support/faultserver/faultserver.h"

#include <QRegularExpression>
#include <QTest>

using namespace tokenry;
using namespace tokenry::tests;

// The system's proxies on Linux are those of the environment.
class ProxyTest : public QObject
{
    Q_OBJECT

    static void use(quint16 port)
    {
        const QByteArray proxy = "http://127.0.0.1:" + QByteArray::number(port);
        qputenv("https_proxy", proxy);
        qputenv("http_proxy", proxy);
    }

private Q_SLOTS:
    void init()
    {
        forgetProxies();
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    }
    void cleanupTestCase() { forgetProxies(); }

    void isNotAskedForThisMachine_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<bool>("direct");
        QTest::newRow("IPv4") << QUrl(QStringLiteral("http://127.0.0.1:8086/")) << true;
        QTest::newRow("IPv4, another") << QUrl(QStringLiteral("http://127.3.2.1/")) << true;
        QTest::newRow("IPv6") << QUrl(QStringLiteral("http://[::1]/")) << true;
        QTest::newRow("name") << QUrl(QStringLiteral("http://LocalHost/")) << true;
        QTest::newRow("elsewhere") << QUrl(QStringLiteral("https://console.invalid/")) << false;
        QTest::newRow("looks like it") << QUrl(QStringLiteral("https://127.0.0.1.invalid/")) << false;
    }

    void isNotAskedForThisMachine()
    {
        QFETCH(QUrl, url);
        QFETCH(bool, direct);
        use(1);
        SystemProxies proxies;
        const QList<QNetworkProxy> found = proxies.queryProxy(QNetworkProxyQuery(url));
        QCOMPARE(found.value(0).type() == QNetworkProxy::NoProxy, direct);
    }

    void neverSeesAPlainRequestToThisMachine()
    {
        FaultServer proxy;
        FaultServer server;
        server.play(answering(answer("200 OK", "{}")));
        use(proxy.port());
        Transport transport;
        const auto got = exchange(transport, posting(server.url()));
        QVERIFY(got);
        QCOMPARE(got->status, 200);
        QCOMPARE(proxy.connections(), 0);
    }

    void failsWithoutEffect_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<ApiError::Kind>("kind");
        using Kind = ApiError::Kind;
        QTest::newRow("wants a password")
            << answer("407 Proxy Authentication Required", {},
                      "Proxy-Authenticate: Basic realm=\"x\"\r\nConnection: close\r\n")
            << Kind::ProxyWantsPassword;
        QTest::newRow("wants Negotiate")
            << answer("407 Proxy Authentication Required", {}, "Proxy-Authenticate: Negotiate\r\n")
            << Kind::ProxyFailed; // Qt does not say why
        QTest::newRow("wants Basic, keep-alive")
            << answer("407 Proxy Authentication Required", {}, "Proxy-Authenticate: Basic realm=\"x\"\r\n")
            << Kind::ProxyWantsPassword;
        QTest::newRow("refuses") << answer("403 Forbidden", {}, "Connection: close\r\n") << Kind::ProxyFailed;
        QTest::newRow("talks nonsense") << QByteArray("nonsense\r\n\r\n") << Kind::ProxyFailed;
    }

    void failsWithoutEffect()
    {
        QFETCH(QByteArray, reply);
        QFETCH(ApiError::Kind, kind);
        FaultServer proxy;
        proxy.play(reply.contains("Connection: close") || !reply.startsWith("HTTP")
                       ? answeringAndClosing(reply)
                       : answering(reply));
        use(proxy.port());
        Transport transport;
        const auto got = exchange(transport, posting(QUrl(QStringLiteral("https://console.invalid/"))));
        QVERIFY(got);
        const ApiError error = errorOf(*got);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.effect, ApiError::Effect::None);
        QVERIFY(proxy.count("CONNECT") >= 1);
        QCOMPARE(proxy.count("POST"), 0);
        for (const ReceivedRequest &request : proxy.requests()) {
            QCOMPARE(request.target, QByteArray("console.invalid:443"));
            QCOMPARE(request.header("authorization"), QByteArray());
            QCOMPARE(request.header("proxy-authorization"), QByteArray());
        }
    }

    void staysSilent_data()
    {
        QTest::addColumn<Script>("script");
        QTest::newRow("hangs up") << Script{{Step::Kind::ReadRequest}, {Step::Kind::Close}};
        QTest::newRow("wants NTLM") << answering(
            answer("407 Proxy Authentication Required", {}, "Proxy-Authenticate: NTLM\r\n"));
        // The second step of NTLM, with its flags and a challenge.
        QTest::newRow("wants NTLM, and goes on with it") << answering(answer(
            "407 Proxy Authentication Required", {},
            "Proxy-Authenticate: NTLM TlRMTVNTUAACAAAAAAAAADAAAAABggAA782riWdFIwEAAAAAAAAAAAAAAAAwAAAA\r\n"));
        QTest::newRow("never answers") << Script{{Step::Kind::ReadRequest}, {Step::Kind::Stall}};
    }

    // Qt 6.4 notices neither a hang-up nor that NTLM leads nowhere: the deadline does.
    void staysSilent()
    {
        QFETCH(Script, script);
        FaultServer proxy;
        proxy.play(script);
        use(proxy.port());
        Transport transport;
        HttpRequest request = posting(QUrl(QStringLiteral("https://console.invalid/")));
        request.sendDeadline = std::chrono::milliseconds(700);
        const auto got = exchange(transport, request);
        QVERIFY(got);
        QCOMPARE(errorOf(*got).kind, ApiError::Kind::ProxyFailed);
        QCOMPARE(errorOf(*got).effect, ApiError::Effect::None);
        QVERIFY(proxy.count("CONNECT") >= 1);
    }

    void isNotThere()
    {
        quint16 port = 0;
        {
            FaultServer gone;
            port = gone.port();
        }
        use(port);
        Transport transport;
        const auto got = exchange(transport, posting(QUrl(QStringLiteral("https://console.invalid/"))));
        QVERIFY(got);
        QCOMPARE(errorOf(*got).kind, ApiError::Kind::ProxyFailed);
        QCOMPARE(errorOf(*got).effect, ApiError::Effect::None);
    }
};

QTEST_GUILESS_MAIN(ProxyTest)
#include "tst_proxy.moc"
