// SPDX-License-Identifier: MIT
#include "render/bash.h"
#include "render/curlcommand.h"
#include "render/nastynames.h"
#include "wire/calls.h"
#include "wire/requests.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace tokenry;
using namespace tokenry::test;

namespace
{

/// Takes one request at a time and answers 200.
class OneRequestServer
{
public:
    OneRequestServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                m_received += socket->readAll();
                if (isComplete())
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
            });
        });
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/a b").arg(m_server.serverPort()));
    }
    [[nodiscard]] QByteArray head() const { return m_received.left(m_received.indexOf("\r\n\r\n") + 2); }
    [[nodiscard]] QByteArray body() const { return m_received.mid(m_received.indexOf("\r\n\r\n") + 4); }
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : head().split('\n')) {
            if (line.toLower().startsWith(name.toLower() + ": "))
                return line.mid(name.size() + 2).trimmed();
        }
        return {};
    }

private:
    [[nodiscard]] bool isComplete() const
    {
        return m_received.contains("\r\n\r\n") && body().size() >= header("Content-Length").toLongLong();
    }

    QTcpServer m_server;
    QByteArray m_received;
};

} // namespace

class TestCurlCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runs_data();
    void runs();
    void withoutBody();
    void namesTheAuthority();
    void reads();
};

void TestCurlCommand::runs_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<QStringList>("read");
    QTest::addColumn<QStringList>("write");
    QTest::addColumn<bool>("history");
    for (const auto &[name, wanted] : documentedScenarios())
        QTest::newRow(name) << wanted.description << wanted.read << wanted.write << false;
    for (const auto &[name, text] : nastyNames()) {
        QTest::newRow(name) << text << QStringList{text} << QStringList{text, QStringLiteral("x")} << false;
        QTest::addRow("%s, with history", name) << text << QStringList{text} << QStringList() << true;
    }
}

void TestCurlCommand::runs()
{
    QFETCH(QString, description);
    QFETCH(QStringList, read);
    QFETCH(QStringList, write);
    QFETCH(bool, history);
    OneRequestServer server;
    const ClusterAddress address = exampleAddress(server.url());
    const EncodedCall call = createToken(address, requestFor({description, read, write}));

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("MANAGEMENT_TOKEN"), QStringLiteral("M.V1.FAKE+/= $x\"y"));
    environment.insert(QStringLiteral("NO_PROXY"), QStringLiteral("*"));
    QProcess bash;
    startBash(bash, curlCommand(address, call), history ? BashMode::History : BashMode::Script, environment);
    QTRY_COMPARE_WITH_TIMEOUT(bash.state(), QProcess::NotRunning, 20'000);

    QVERIFY2(bash.exitCode() == 0, bash.readAllStandardError().constData());
    QCOMPARE(bash.readAllStandardOutput(), "{}");
    QCOMPARE(server.body(), call.body);
    QVERIFY(
        server.head().startsWith("POST /a%20b/api/v0/accounts/11111111-1111-4111-8111-111111111111/clusters/"
                                 "33333333-3333-4333-8333-333333333333/tokens HTTP/1.1\r\n"));
    QCOMPARE(server.header("Authorization"), "Bearer M.V1.FAKE+/= $x\"y");
    QCOMPARE(server.header("Accept"), "application/json");
    QCOMPARE(server.header("Content-Type"), "application/json");
}

void TestCurlCommand::withoutBody()
{
    QCOMPARE(curlCommand(exampleAddress(), {"GET", "/api/v0/x'y", {}}),
             QStringLiteral("curl --request GET 'https://console.influxdata.com/api/v0/x'\\''y' \\\n"
                            "  --header 'Accept: application/json' \\\n"
                            "  --header \"Authorization: Bearer $MANAGEMENT_TOKEN\""));
}

void TestCurlCommand::namesTheAuthority()
{
    ClusterAddress address = exampleAddress();
    address.authority.file = QStringLiteral("/etc/it's our $CA.pem");
    QVERIFY(curlCommand(address, {"GET", "/api/v0/x", {}})
                .endsWith(QStringLiteral(" \\\n  --cacert '/etc/it'\\''s our $CA.pem'")));
}

void TestCurlCommand::reads()
{
    // One permission per line, as in the JSON, and nothing escaped that need not be.
    const QString command = curlCommand(
        exampleAddress(), createToken(exampleAddress(), requestFor(documentedScenarios().back().second)));
    QVERIFY(command.endsWith(QStringLiteral("  --data-raw '{\n"
                                            "  \"description\": \"Read one, write another\",\n"
                                            "  \"permissions\": [\n"
                                            "    {\"action\": \"read\", \"resource\": \"DatabaseOne\"},\n"
                                            "    {\"action\": \"write\", \"resource\": \"DatabaseTwo\"}\n"
                                            "  ]\n"
                                            "}'")));
    QVERIFY(!command.contains(QLatin1String("--location")));
}

QTEST_GUILESS_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"
