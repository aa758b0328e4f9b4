// SPDX-License-Identifier: MIT
// The demo cluster as a process and a server: how it starts, how it ends, and what it bears from its clients.
#include "support/democlusterprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using tokenry::tests::DemoClusterProcess;

namespace
{

bool isListening(int port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(port));
    return socket.waitForConnected(2000);
}

// One answer with a Content-Length, from a connection that stays open.
QByteArray answerOn(QTcpSocket &socket, const QByteArray &request)
{
    socket.write(request);
    QByteArray answer;
    const auto isComplete = [&] {
        const qsizetype end = answer.indexOf("\r\n\r\n");
        const qsizetype length = answer.indexOf("Content-Length: ");
        return end > 0 && length > 0 &&
               answer.size() >= end + 4 + answer.mid(length + 16, 9).split('\r').first().toInt();
    };
    while (!isComplete() && socket.waitForReadyRead(5000))
        answer += socket.readAll();
    return answer;
}

QByteArray postHead(const QString &path, const QByteArray &headers)
{
    return "POST "_ba + path.toLatin1() + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" +
           headers + "\r\n";
}

const QByteArray authorized = "Authorization: Bearer "_ba + DemoClusterProcess::managementToken() + "\r\n";

} // namespace

class TestDemoServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("status");
        const QByteArray token = DemoClusterProcess::managementToken() + '\n';
        QTest::newRow("no token") << QStringList() << ""_ba << 2;
        QTest::newRow("empty line") << QStringList() << "\n"_ba << 2;
        QTest::newRow("blank line") << QStringList() << "  \r\n"_ba << 2;
        QTest::newRow("endless line") << QStringList() << QByteArray(5000, 'x') + '\n' << 2;
        QTest::newRow("unknown option") << QStringList{u"--token"_s} << token << 2;
        QTest::newRow("argument") << QStringList{u"M.V1.FAKE"_s} << token << 2;
        QTest::newRow("port") << QStringList{u"--port"_s, u"65536"_s} << token << 2;
        QTest::newRow("negative port") << QStringList{u"--port=-1"_s} << token << 2;
        QTest::newRow("seed") << QStringList{u"--seed"_s, u"x"_s} << token << 2;
        QTest::newRow("delay") << QStringList{u"--activation-seconds"_s, u"-1"_s} << token << 2;
        QTest::newRow("endless delay") << QStringList{u"--activation-seconds"_s, u"nan"_s} << token << 2;
        QTest::newRow("lateness") << QStringList{u"--late-seconds"_s, u"x"_s} << token << 2;
        QTest::newRow("help") << QStringList{u"--help"_s} << ""_ba << 0;
    }

    void wrongUse()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QFETCH(int, status);
        QProcess process;
        process.start(QStringLiteral(TOKENRY_DEMO_CLUSTER), arguments);
        process.write(input);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), status);
        QVERIFY(!(status == 0 ? process.readAllStandardOutput() : process.readAllStandardError())
                     .trimmed()
                     .isEmpty());
    }

    void occupiedPort()
    {
        DemoClusterProcess first({0, true});
        QVERIFY(first.start());
        DemoClusterProcess second({0, true, {u"--port"_s, QString::number(first.port())}});
        second.process().setProcessChannelMode(QProcess::SeparateChannels);
        QVERIFY(!second.start());
        QTRY_COMPARE(second.process().state(), QProcess::NotRunning);
        QCOMPARE(second.process().exitCode(), 3);
        QVERIFY(second.process().readAllStandardError().contains(QByteArray::number(first.port())));
    }

    void chosenPort()
    {
        int port = 0;
        {
            QTcpServer free;
            QVERIFY(free.listen(QHostAddress::LocalHost));
            port = free.serverPort();
        }
        DemoClusterProcess demo({0, true, {u"--port"_s, QString::number(port)}});
        QVERIFY(demo.start());
        QCOMPARE(demo.port(), port);
        QCOMPARE(demo.managementUrl(), u"http://127.0.0.1:%1"_s.arg(port));
        QCOMPARE(demo.clusterUrl(), demo.managementUrl());
    }

    void onlyOnLoopback()
    {
        DemoClusterProcess demo({0, true});
        QVERIFY(demo.start());
        QVERIFY(isListening(demo.port()));
        QTcpSocket other;
        other.connectToHost(u"127.0.0.2"_s, quint16(demo.port()));
        QVERIFY(!other.waitForConnected(2000));
    }

    void tokenIsNotInArgumentsOrEnvironment()
    {
        DemoClusterProcess demo({0, true});
        QVERIFY(demo.start());
        for (const QString &name : {u"cmdline"_s, u"environ"_s}) {
            QFile file(u"/proc/%1/%2"_s.arg(demo.process().processId()).arg(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY(!content.isEmpty());
            QVERIFY(!content.contains(DemoClusterProcess::managementToken()));
        }
    }

    void endsWithItsInput()
    {
        DemoClusterProcess demo;
        QVERIFY(demo.start());
        QVERIFY(!demo.process().waitForFinished(50));
        demo.process().write("more lines\nare ignored\n"_ba);
        QVERIFY(!demo.process().waitForFinished(50));
        demo.process().closeWriteChannel();
        QVERIFY(demo.process().waitForFinished(2000));
        QCOMPARE(demo.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(demo.process().exitCode(), 0);
    }

    void endsOnSignalWithRequestsUnderWay()
    {
        DemoClusterProcess demo;
        QVERIFY(demo.start());
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int i = 0; i < 10; ++i) {
            auto client = std::make_unique<QTcpSocket>();
            client->connectToHost(u"127.0.0.1"_s, quint16(demo.port()));
            QVERIFY(client->waitForConnected());
            client->write(i % 2 == 0
                              ? postHead(demo.prefix() + u"/tokens"_s, "Content-Length: 500\r\n"_ba) + "{"_ba
                              : "GET /pi"_ba);
            QVERIFY(client->waitForBytesWritten());
            clients.push_back(std::move(client));
        }
        QElapsedTimer timer;
        timer.start();
        demo.process().terminate();
        QVERIFY(demo.process().waitForFinished());
        QVERIFY2(timer.elapsed() < 1000, "200 ms are promised; the rest is for a busy machine");
        QCOMPARE(demo.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(demo.process().exitCode(), 0);
    }

    // Its standard input is a FIFO this test keeps open, so that only the parent's death can end it.
    void diesWithItsParent()
    {
        QTemporaryDir folder;
        const QString fifo = folder.filePath(u"input"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
        const int input = ::open(QFile::encodeName(fifo).constData(), O_RDWR | O_CLOEXEC);
        QVERIFY(input >= 0);
        const QByteArray line = DemoClusterProcess::managementToken() + '\n';
        QCOMPARE(::write(input, line.constData(), std::size_t(line.size())), line.size());

        QProcess shell;
        shell.start(u"/bin/sh"_s, {u"-c"_s, u"\"$0\" --empty < \"$1\" & wait"_s,
                                   QStringLiteral(TOKENRY_DEMO_CLUSTER), fifo});
        while (!shell.canReadLine())
            QVERIFY(shell.waitForReadyRead(20'000));
        const int port = QJsonDocument::fromJson(shell.readLine()).object().value(u"port"_s).toInt();
        QVERIFY(isListening(port));

        ::kill(pid_t(shell.processId()), SIGKILL);
        QVERIFY(shell.waitForFinished());
        QTRY_VERIFY(!isListening(port));
        ::close(input);
    }

    void survivesClientsThatLeave()
    {
        DemoClusterProcess demo;
        QVERIFY(demo.start());
        const QByteArray list =
            "GET "_ba + demo.prefix().toLatin1() + "/tokens HTTP/1.1\r\nHost: x\r\n" + authorized + "\r\n";
        const QByteArray half =
            postHead(demo.prefix() + u"/tokens"_s, authorized + "Content-Length: 500\r\n"_ba) + "{\"desc"_ba;
        for (int i = 0; i < 40; ++i) {
            QTcpSocket client;
            client.connectToHost(u"127.0.0.1"_s, quint16(demo.port()));
            QVERIFY(client.waitForConnected());
            client.write(i % 2 == 0 ? list : half);
            QVERIFY(client.waitForBytesWritten());
            client.abort();
        }
        QCOMPARE(demo.getJson(u"/tokens"_s).toArray().size(), 750); // and half a body created nothing
        QCOMPARE(demo.process().state(), QProcess::Running);
    }

    void idleConnectionsDoNotLockOut()
    {
        DemoClusterProcess demo({0, true});
        QVERIFY(demo.start());
        std::vector<std::unique_ptr<QTcpSocket>> idle;
        for (int i = 0; i < 150; ++i) {
            idle.push_back(std::make_unique<QTcpSocket>());
            idle.back()->connectToHost(u"127.0.0.1"_s, quint16(demo.port()));
            QVERIFY(idle.back()->waitForConnected());
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(demo.ask("GET"_ba, u"/ping"_s).status, 204);
        QVERIFY(timer.elapsed() < 3000);
    }

    void connectionStaysUsable_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("answer");
        const QByteArray tooLong(16 * 1024 * 1024 + 1, ' ');
        const auto length = [](const QByteArray &body) {
            return "Content-Length: "_ba + QByteArray::number(body.size()) + "\r\n";
        };
        const QByteArray good = R"({"description":"d"})"_ba;
        QTest::newRow("created") << authorized + length(good) << good << "HTTP/1.1 200 "_ba;
        QTest::newRow("unauthorized") << length(good) << good << "HTTP/1.1 401 "_ba;
        QTest::newRow("no body at all") << authorized << QByteArray() << "HTTP/1.1 400 "_ba;
        QTest::newRow("chunked") << authorized + "Transfer-Encoding: chunked\r\n"
                                 << QByteArray::number(good.size(), 16) + "\r\n" + good + "\r\n0\r\n\r\n"
                                 << "HTTP/1.1 200 "_ba;
        QTest::newRow("too long") << authorized + length(tooLong) << tooLong << "HTTP/1.1 413 "_ba;
        QTest::newRow("too long, chunked")
            << authorized + "Transfer-Encoding: chunked\r\n"
            << QByteArray::number(tooLong.size(), 16) + "\r\n" + tooLong + "\r\n0\r\n\r\n"
            << "HTTP/1.1 413 "_ba;
    }

    void connectionStaysUsable()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, answer);
        DemoClusterProcess demo({0, true});
        QVERIFY(demo.start());
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, quint16(demo.port()));
        QVERIFY(socket.waitForConnected());
        const QByteArray request = postHead(demo.prefix() + u"/tokens"_s, headers) + body;
        for (int i = 0; i < 7; ++i) { // the library's own limit would be 5
            const QByteArray got = answerOn(socket, request);
            QVERIFY2(got.startsWith(answer), got.left(300).constData());
            QVERIFY(got.contains("\r\nDate: "));
            QVERIFY(got.contains("Keep-Alive: timeout=75"));
        }
    }

    void worksWithQt()
    {
        DemoClusterProcess demo;
        QVERIFY(demo.start());
        QNetworkAccessManager manager;
        QNetworkRequest request(QUrl(demo.managementUrl() + demo.prefix() + u"/tokens"_s));
        request.setRawHeader("Authorization"_ba, "Bearer "_ba + DemoClusterProcess::managementToken());
        for (int i = 0; i < 12; ++i) {
            const std::unique_ptr<QNetworkReply> reply(manager.get(request));
            QSignalSpy finished(reply.get(), &QNetworkReply::finished);
            QElapsedTimer timer;
            timer.start();
            QVERIFY(finished.wait(10'000));
            QCOMPARE(reply->error(), QNetworkReply::NoError);
            QCOMPARE(QJsonDocument::fromJson(reply->readAll()).array().size(), 750);
            QVERIFY2(timer.elapsed() < 3000,
                     "compressing the list would take longer than that under sanitizers");
        }
    }
};

QTEST_GUILESS_MAIN(TestDemoServer)
#include "tst_demoserver.moc"
