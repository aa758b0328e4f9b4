// SPDX-License-Identifier: MIT
#include "api/apierrors.h"
#include "api/proxyquestion.h"
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
            << Kind::ProxyWantsPassword;
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
        QTest::addColumn<ApiError::Kind>("kind");
        QTest::addColumn<QString>("scheme");
        using Kind = ApiError::Kind;
        QTest::newRow("hangs up") << Script{{Step::Kind::ReadRequest}, {Step::Kind::Close}}
                                  << Kind::ProxyFailed << QString();
        QTest::newRow("wants NTLM") << answering(answer("407 Proxy Authentication Required", {},
                                                        "Proxy-Authenticate: NTLM\r\n"))
                                    << Kind::ProxyWantsPassword << QStringLiteral("NTLM");
        // The second step of NTLM, with its flags and a challenge.
        QTest::newRow("wants NTLM, and goes on with it")
            << answering(answer("407 Proxy Authentication Required", {},
                                "Proxy-Authenticate: NTLM "
                                "TlRMTVNTUAACAAAAAAAAADAAAAABggAA782riWdFIwEAAAAAAAAAAAAAAAAwAAAA\r\n"))
            << Kind::ProxyWantsPassword << QStringLiteral("NTLM");
        QTest::newRow("never answers")
            << Script{{Step::Kind::ReadRequest}, {Step::Kind::Stall}} << Kind::ProxyFailed << QString();
    }

    // Qt 6.4 notices neither a hang-up nor that NTLM leads nowhere: the deadline does, and the proxy is
    // asked.
    void staysSilent()
    {
        QFETCH(Script, script);
        QFETCH(ApiError::Kind, kind);
        QFETCH(QString, scheme);
        FaultServer proxy;
        proxy.play(script);
        use(proxy.port());
        Transport transport;
        HttpRequest request = posting(QUrl(QStringLiteral("https://console.invalid/")));
        request.sendDeadline = std::chrono::milliseconds(700);
        const auto got = exchange(transport, request);
        QVERIFY(got);
        QCOMPARE(errorOf(*got).kind, kind);
        QCOMPARE(errorOf(*got).effect, ApiError::Effect::None);
        if (!scheme.isEmpty())
            QCOMPARE(errorOf(*got).technical, scheme);
        QVERIFY(proxy.count("CONNECT") >= 1);
        // Qt's own first, and the question.
        int bare = 0;
        const QList<ReceivedRequest> requests = proxy.requests();
        for (const ReceivedRequest &its : requests) {
            QCOMPARE(its.target, QByteArray("console.invalid:443"));
            QCOMPARE(its.header("authorization"), QByteArray());
            bare += its.header("proxy-authorization").isEmpty() ? 1 : 0;
        }
        QVERIFY(bare >= 2);
    }

    void isStoppedWhileTheProxyIsAsked()
    {
        FaultServer proxy;
        proxy.play(Script{{Step::Kind::ReadRequest}, {Step::Kind::Stall}});
        use(proxy.port());
        int answers = 0;
        HttpAnswer::Ending ending = HttpAnswer::Ending::Answered;
        {
            Transport transport;
            HttpRequest request = posting(QUrl(QStringLiteral("https://console.invalid/")));
            request.sendDeadline = std::chrono::milliseconds(200);
            transport.send(request, "Bearer FAKE", [&](const HttpAnswer &answer) {
                ++answers;
                ending = answer.ending;
            });
            QTRY_VERIFY(proxy.count("CONNECT") >= 2);
            QCOMPARE(answers, 0);
        }
        QCOMPARE(answers, 1);
        QCOMPARE(ending, HttpAnswer::Ending::ProxyFailed);
    }

    void schemes_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("schemes");
        const QByteArray wants = "HTTP/1.1 407 Proxy Authentication Required\r\n";
        QTest::newRow("none named") << wants + "Server: x" << QByteArray("407");
        QTest::newRow("two") << wants + "proxy-authenticate: Negotiate\r\nProxy-Authenticate: NTLM abc=="
                             << QByteArray("Negotiate, NTLM");
        QTest::newRow("refused") << QByteArray("HTTP/1.1 403 No\r\nProxy-Authenticate: NTLM") << QByteArray();
        QTest::newRow("let through") << QByteArray("HTTP/1.0 200 OK") << QByteArray();
        QTest::newRow("no HTTP") << QByteArray("SSH-2.0 407") << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }

    void schemes()
    {
        QFETCH(QByteArray, head);
        QTEST(proxySchemesIn(head), "schemes");
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
