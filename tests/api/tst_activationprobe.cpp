// SPDX-License-Identifier: MIT
#include "api/activationprobe.h"
#include "api/waiting.h"
#include "support/faultserver/faultserver.h"
#include "support/faultserver/testcertificates.h"

#include <QRegularExpression>
#include <QTest>

using namespace tokenry;
using namespace tokenry::tests;
using Kind = ProbeError::Kind;
using Cause = ApiError::Kind;
Q_DECLARE_METATYPE(tokenry::ProbeError::Kind)

namespace
{

QStringList &logged()
{
    static QStringList lines;
    return lines;
}

void keepLine(QtMsgType, const QMessageLogContext &, const QString &line)
{
    logged() << line;
}

// Obviously no real one.
QByteArray fakeToken()
{
    return "apiv1_" + QByteArray(64, '0');
}

ClusterAddress clusterAt(const QUrl &url)
{
    ClusterAddress address;
    address.clusterUrl = url;
    return address;
}

std::optional<Result<Done, ProbeError>> tried(const ClusterAddress &address, Action action,
                                              const QByteArray &token = fakeToken(),
                                              std::chrono::milliseconds deadline = std::chrono::seconds(20))
{
    ActivationProbe probe(address, {.deadline = deadline, .answerLimit = 64 * 1024});
    return outcomeOf(probe.probe(Secret::copyOf(token), action, u"bill & co"_qs));
}

} // namespace

/// What is asked with a new token and what each answer means.
class ActivationProbeTest : public QObject
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

    void asksToRead()
    {
        FaultServer server;
        server.play(answering(answer("200 OK", "{\"results\":[{\"statement_id\":0}]}")));
        const auto outcome = tried(clusterAt(server.url()), Action::Read);
        QVERIFY(outcome && *outcome);
        QCOMPARE(server.requests().size(), 1);
        const ReceivedRequest request = server.requests().value(0);
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.target, QByteArray("/query?db=bill%20%26%20co&q=SHOW%20MEASUREMENTS%20LIMIT%201"));
        QCOMPARE(request.header("authorization"), "Bearer " + fakeToken());
        QCOMPARE(request.header("accept"), QByteArray("application/json"));
    }

    void asksToWriteNothing()
    {
        FaultServer server;
        server.play(answering(answer("204 No Content")));
        const auto outcome = tried(clusterAt(server.url()), Action::Write);
        QVERIFY(outcome && *outcome);
        QCOMPARE(server.requests().size(), 1);
        const ReceivedRequest request = server.requests().value(0);
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.target, QByteArray("/api/v2/write?bucket=bill%20%26%20co&org=ignored&precision=ns"));
        QCOMPARE(request.header("authorization"), "Bearer " + fakeToken());
        QCOMPARE(request.header("content-type"), QByteArray("text/plain; charset=utf-8"));
        QCOMPARE(request.header("content-length"), QByteArray("0"));
        QCOMPARE(request.header("transfer-encoding"), QByteArray());
        QCOMPARE(request.body, QByteArray());
    }

    void understands_data()
    {
        QTest::addColumn<QByteArray>("answered");
        QTest::addColumn<bool>("reads");
        QTest::addColumn<bool>("writes");
        QTest::addColumn<Kind>("kind");
        const QByteArray empty = "{\"results\":[{\"statement_id\":0}]}";
        const auto row = [](const char *name, const QByteArray &answered, Kind kind) {
            QTest::newRow(name) << answered << false << false << kind;
        };
        QTest::newRow("200") << answer("200 OK", empty) << true << false << Kind::Inconclusive;
        QTest::newRow("204") << answer("204 No Content") << false << true << Kind::Inconclusive;
        row("201", answer("201 Created", "{}"), Kind::Inconclusive);
        row("an error in a 200",
            answer("200 OK", "{\"results\":[{\"statement_id\":0,\"error\":\"database not found: x\"}]}"),
            Kind::Inconclusive);
        row("a sign-in page", answer("200 OK", "<html>Sign in</html>"), Kind::Inconclusive);
        row("a long page", answer("200 OK", "<html>" + QByteArray(100'000, ' ')), Kind::Inconclusive);
        row("400", answer("400 Bad Request", "{}"), Kind::Inconclusive);
        row("401", answer("401 Unauthorized", "{\"code\":\"unauthorized\"}"), Kind::Refused);
        row("401 without a body", answer("401 Unauthorized"), Kind::Refused);
        row("401 that asks for a password",
            answer("401 Unauthorized", {}, "WWW-Authenticate: Basic realm=\"x\"\r\n"), Kind::Refused);
        row("403", answer("403 Forbidden", "{}"), Kind::Refused);
        row("404", answer("404 Not Found", "{}"), Kind::Inconclusive);
        row("407", answer("407 Proxy Authentication Required"), Kind::Unreachable);
        row("429", answer("429 Too Many Requests"), Kind::Inconclusive);
        row("500", answer("500 Internal Server Error"), Kind::Inconclusive);
        row("503", answer("503 Service Unavailable"), Kind::Inconclusive);
        row("cut", QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"results\""),
            Kind::Unreachable);
        row("nothing", {}, Kind::Unreachable);
    }

    void understands()
    {
        QFETCH(QByteArray, answered);
        QFETCH(bool, reads);
        QFETCH(bool, writes);
        QFETCH(Kind, kind);
        for (const Action action : allActions) {
            FaultServer server;
            server.play(answeringAndClosing(answered));
            const auto outcome = tried(clusterAt(server.url()), action);
            QVERIFY(outcome);
            const bool accepted = action == Action::Read ? reads : writes;
            QCOMPARE(outcome->has_value(), accepted);
            if (!accepted)
                QCOMPARE(outcome->error().kind, kind);
        }
    }

    void tellsWhatTheServerSays()
    {
        FaultServer server;
        server.play(answering(answer("200 OK", "{\"results\":[{\"error\":\"database not found: x\"}]}")));
        auto outcome = tried(clusterAt(server.url()), Action::Read);
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().cause.serverMessage, u"database not found: x"_qs);
        server.play(answering(answer("429 Too Many Requests", "{}", "Retry-After: 12\r\n")));
        outcome = tried(clusterAt(server.url()), Action::Write);
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().cause.retryAfter, std::optional(std::chrono::seconds(12)));
    }

    void followsNoRedirect()
    {
        FaultServer elsewhere;
        FaultServer server;
        const QByteArray target = elsewhere.url(u"localhost"_qs).toEncoded();
        for (const Action action : allActions) {
            for (const char *const status : {"302 Found", "307 Temporary Redirect"}) {
                server.play(answering(answer(status, {}, "Location: " + target + "\r\n")));
                const auto outcome = tried(clusterAt(server.url()), action);
                QVERIFY(outcome && !*outcome);
                QCOMPARE(outcome->error().kind, Kind::Inconclusive);
                QCOMPARE(outcome->error().cause.kind, Cause::Redirected);
            }
        }
        QCOMPARE(elsewhere.connections(), 0);
    }

    void endsAStall_data()
    {
        QTest::addColumn<bool>("stop");
        QTest::newRow("deadline") << false;
        QTest::newRow("the probe goes") << true;
    }

    void endsAStall()
    {
        QFETCH(bool, stop);
        FaultServer server;
        server.play({{Step::Kind::ReadRequest}, {Step::Kind::Stall}});
        const std::chrono::milliseconds deadline = stop ? std::chrono::seconds(60) : std::chrono::seconds(1);
        auto probe = std::make_unique<ActivationProbe>(
            clusterAt(server.url()), ActivationProbe::Options{.deadline = deadline, .answerLimit = 1000});
        const auto pending = probe->probe(Secret::copyOf(fakeToken()), Action::Write, u"a"_qs);
        QTRY_COMPARE(server.requests().size(), 1);
        if (stop)
            probe.reset();
        const auto outcome = outcomeOf(pending);
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().cause.kind, stop ? Cause::Stopped : Cause::DeadlinePassed);
        QCOMPARE(outcome->error().kind, stop ? Kind::Inconclusive : Kind::Unreachable);
    }

    void reachesNobody_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("cause");
        QTest::newRow("no such name") << u"https://nobody.invalid"_qs << int(Cause::HostNotFound);
        QTest::newRow("nobody listens") << u"http://127.0.0.1:1"_qs << int(Cause::ConnectionRefused);
        QTest::newRow("plain http elsewhere") << u"http://cluster.example"_qs << int(Cause::NotAllowed);
    }

    void reachesNobody()
    {
        QFETCH(QString, url);
        QFETCH(int, cause);
        const auto outcome = tried(clusterAt(QUrl(url)), Action::Read);
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().kind, Kind::Unreachable);
        QCOMPARE(int(outcome->error().cause.kind), cause);
    }

    void trustsTheProfilesAuthority()
    {
        FaultServer server(m_certificates.good());
        server.play(answering(answer("204 No Content")));
        ClusterAddress address = clusterAt(server.url());
        auto outcome = tried(address, Action::Write);
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().kind, Kind::Unreachable);
        QCOMPARE(outcome->error().cause.kind, Cause::AuthorityUnknown);
        QCOMPARE(server.requests().size(), 0);

        address.authority = {u"/ca.pem"_qs, m_certificates.authority().toPem()};
        outcome = tried(address, Action::Write);
        QVERIFY(outcome && *outcome);

        address.authority = {u"/ca.pem"_qs, {}, u"No such file"_qs};
        outcome = tried(address, Action::Write);
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().cause.kind, Cause::AuthorityUnusable);
        QCOMPARE(server.requests().size(), 1);
    }

    void sendsNoTokenThatNoHeaderCanCarry()
    {
        FaultServer server;
        server.play(answering(answer("204 No Content")));
        const auto outcome = tried(clusterAt(server.url()), Action::Write, "apiv1_0\r\nX-Evil: 1");
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().kind, Kind::Unsendable);
        QCOMPARE(server.connections(), 0);
    }

    void keepsTheTokenToItself()
    {
        QByteArray escaped;
        for (const char c : fakeToken())
            escaped += "\\u00" + QByteArray(1, c).toHex();
        const QByteArray said = "you sent " + fakeToken();
        logged().clear();
        const QtMessageHandler before = qInstallMessageHandler(keepLine);
        for (const QByteArray &body :
             {"{\"results\":[{\"error\":\"" + said + "\"}]}",
              "{\"results\":[{\"error\":\"" + escaped + "\"}]}", "{\"message\":\"" + said + "\"}",
              "{\"message\":\"" + escaped + "\"}"}) {
            for (const QByteArray &status : {QByteArray("200 OK"), QByteArray("401 Unauthorized")}) {
                FaultServer server;
                server.play(answering(answer(status, body)));
                const auto outcome = tried(clusterAt(server.url()), Action::Read);
                QVERIFY(outcome && !*outcome);
                const ApiError &cause = outcome->error().cause;
                QVERIFY(!cause.serverMessage.contains(QString::fromLatin1(fakeToken())));
                QVERIFY(!cause.technical.contains(QString::fromLatin1(fakeToken())));
                QVERIFY(!server.requests().value(0).target.contains("apiv1"));
            }
        }
        qInstallMessageHandler(before);
        QVERIFY(!logged().isEmpty());
        QVERIFY(!logged().join(u' ').contains(u"apiv1"_qs));
    }
};

QTEST_GUILESS_MAIN(ActivationProbeTest)
#include "tst_activationprobe.moc"
