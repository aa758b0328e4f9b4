// SPDX-License-Identifier: MIT
#include "singleinstance.h"

#include <QDir>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace tokenry;
using Outcome = SingleInstance::Outcome;

namespace
{

const Handover asked{u"prod \"eu\""_qs, false, u"/somewhere/a b.tokenry.json"_qs, "token-1"};

bool seesWindow(const QString &title)
{
    QProcess tool;
    tool.start(u"xdotool"_qs, {u"search"_qs, u"--onlyvisible"_qs, u"--name"_qs, title});
    return tool.waitForFinished() && !tool.readAllStandardOutput().trimmed().isEmpty();
}

} // namespace

/// A start while the program runs: in parts, and with the executable as people run it.
class SecondStartTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;

    QString runtime() const { return m_directory->filePath(u"run/tokenry"_qs); }

    void start(QProcess &program, const QStringList &arguments)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_qs, m_directory->filePath(u"run"_qs));
        environment.insert(u"XDG_STATE_HOME"_qs, m_directory->filePath(u"state"_qs));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(TOKENRY_PROGRAM),
                      QStringList{u"--config"_qs, m_directory->path()} + arguments);
        QVERIFY(program.waitForStarted());
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(m_directory->filePath(u"run"_qs)));
    }

    void whatIsHandedOverArrives_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("good");
        QTest::newRow("all of it") << asked.encoded() << true;
        QTest::newRow("nothing") << Handover().encoded() << true;
        QTest::newRow("no JSON") << QByteArray("--demo\n") << false;
        QTest::newRow("other JSON") << QByteArray("{}\n") << false;
    }

    void whatIsHandedOverArrives()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, good);
        const auto decoded = Handover::decoded(line);
        QCOMPARE(decoded.has_value(), good);
        if (good)
            QCOMPARE(decoded->encoded(), line);
        QCOMPARE(line.count('\n'), 1);
    }

    void theFirstOneHoldsItsPlace()
    {
        SingleInstance first(runtime(), {});
        QCOMPARE(first.claim({}), Outcome::First);
        // Not listening: the wait has an end.
        SingleInstance second(runtime(), {});
        QCOMPARE(second.claim(asked, std::chrono::milliseconds(200)), Outcome::NoAnswer);
        // Another configuration is another program.
        SingleInstance elsewhere(runtime(), u"0123"_qs);
        QCOMPARE(elsewhere.claim({}), Outcome::First);
    }

    void itsPlaceIsFreeWhenItHasGone()
    {
        {
            SingleInstance first(runtime(), {});
            QCOMPARE(first.claim({}), Outcome::First);
            first.listen();
        }
        // As a crash leaves it.
        QFile stale(runtime() + u"/start.socket"_qs);
        QVERIFY(stale.open(QFile::WriteOnly));
        SingleInstance next(runtime(), {});
        QCOMPARE(next.claim({}), Outcome::First);
        next.listen();
        QLocalSocket socket;
        socket.connectToServer(runtime() + u"/start.socket"_qs);
        QVERIFY(socket.waitForConnected());
    }

    void whoCannotListenHoldsNobodyUp()
    {
        SingleInstance first(runtime(), {});
        QCOMPARE(first.claim({}), Outcome::First);
        QVERIFY(QDir().mkpath(runtime() + u"/start.socket/in-the-way"_qs));
        first.listen();
        SingleInstance second(runtime(), {});
        QCOMPARE(second.claim(asked, std::chrono::milliseconds(200)), Outcome::First);
    }

    void nonsenseIsNotHeard()
    {
        SingleInstance first(runtime(), {});
        QCOMPARE(first.claim({}), Outcome::First);
        first.listen();
        QSignalSpy received(&first, &SingleInstance::received);
        for (const QByteArray &nonsense : {QByteArray("hello\n"), QByteArray(200'000, 'x')}) {
            QLocalSocket socket;
            socket.connectToServer(runtime() + u"/start.socket"_qs);
            QVERIFY(socket.waitForConnected());
            socket.write(nonsense);
            QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        }
        QCOMPARE(received.size(), 0);
    }

    void aPlaceThatOthersCanEnterIsNotUsed()
    {
        QVERIFY(QDir().mkpath(runtime()));
        QVERIFY(QFile::setPermissions(runtime(), QFile::Permissions(0x7777)));
        SingleInstance first(runtime(), {});
        SingleInstance second(runtime(), {});
        QCOMPARE(first.claim({}), Outcome::First);
        QCOMPARE(second.claim({}), Outcome::First);
        QVERIFY(QDir(runtime()).isEmpty());
    }

    void aSecondStartHandsOverAndEnds()
    {
        QProcess first;
        start(first, {});
        QTRY_VERIFY_WITH_TIMEOUT(seesWindow(u"^Tokenry$"_qs), 60'000);
        QProcess second;
        start(second, {u"--demo"_qs});
        QVERIFY(second.waitForFinished(30'000));
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QCOMPARE(second.exitCode(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(seesWindow(u"Demo production"_qs), 60'000);
        QCOMPARE(first.state(), QProcess::Running);
        first.terminate();
        QVERIFY(first.waitForFinished(20'000));
        QCOMPARE(first.exitCode(), 0);
    }

    void aFirstOneThatHangsDoesNotHangTheSecond()
    {
        QProcess first;
        start(first, {});
        QTRY_VERIFY_WITH_TIMEOUT(seesWindow(u"^Tokenry$"_qs), 60'000);
        kill(static_cast<pid_t>(first.processId()), SIGSTOP);
        QProcess second;
        start(second, {});
        const bool ended = second.waitForFinished(60'000);
        kill(static_cast<pid_t>(first.processId()), SIGCONT);
        QVERIFY(ended);
        QCOMPARE(second.exitCode(), 1);
        QVERIFY(second.readAllStandardError().contains("Tokenry runs already, but does not answer."));
        first.kill();
        QVERIFY(first.waitForFinished(20'000));
        // Killed: its place is free at once.
        QProcess third;
        start(third, {});
        QTRY_VERIFY_WITH_TIMEOUT(seesWindow(u"^Tokenry$"_qs), 60'000);
        third.terminate();
        QVERIFY(third.waitForFinished(20'000));
        QCOMPARE(third.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(SecondStartTest)
#include "tst_secondstart.moc"
