// SPDX-License-Identifier: MIT
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

namespace
{

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

/// Process IDs of the children, from /proc.
QList<qint64> childrenOf(qint64 parent)
{
    QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(parent));
    if (!file.open(QFile::ReadOnly))
        return {};
    QList<qint64> children;
    for (const QByteArray &each : file.readAll().split(' ')) {
        if (const qint64 child = each.trimmed().toLongLong(); child > 0)
            children += child;
    }
    return children;
}

bool isAlive(qint64 process)
{
    return kill(static_cast<pid_t>(process), 0) == 0;
}

} // namespace

/// The executable as people run it: its window, its child, its end.
class ProgramTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;

    void start(QProcess &program)
    {
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_STATE_HOME"_qs, m_directory.path());
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(TOKENRY_PROGRAM), {u"--demo"_qs, u"--config"_qs, m_directory.path()});
        QVERIFY(program.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(
            outputOf(u"xdotool"_qs, {u"search"_qs, u"--onlyvisible"_qs, u"--name"_qs, u"Demo production"_qs})
                    .trimmed()
                    .size() > 0,
            30'000);
    }

private Q_SLOTS:
    void endsInAnOrderlyWay_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("asked by the session") << SIGTERM;
        QTest::newRow("interrupted in a terminal") << SIGINT;
    }

    void endsInAnOrderlyWay()
    {
        QFETCH(int, signal);
        QProcess program;
        start(program);
        const QList<qint64> children = childrenOf(program.processId());
        QCOMPARE(children.size(), 1);
        kill(static_cast<pid_t>(program.processId()), signal);
        QVERIFY(program.waitForFinished(10'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QTRY_VERIFY(!isAlive(children.constFirst()));
    }

    void leavesNoCore()
    {
        QProcess program;
        start(program);
        const auto said = [&program](const QString &file) {
            QFile its(u"/proc/%1/%2"_qs.arg(program.processId()).arg(file));
            return its.open(QFile::ReadOnly) ? its.readAll() : QByteArray();
        };
        QCOMPARE(said(u"coredump_filter"_qs).trimmed(), QByteArray("00000000"));
        const QByteArray limits = said(u"limits"_qs);
        const QByteArray core =
            limits.mid(limits.indexOf("Max core file size")).split('\n').constFirst().mid(18).simplified();
        // Whoever was started with 0 may not raise it, but for root.
        QVERIFY2(core == "1 1 bytes" || (core == "0 0 bytes" && geteuid() != 0), core.constData());
        kill(static_cast<pid_t>(program.processId()), SIGTERM);
        QVERIFY(program.waitForFinished(10'000));
    }

    void takesTheDemoClusterAlongHoweverItEnds()
    {
        QProcess program;
        start(program);
        const QList<qint64> children = childrenOf(program.processId());
        QCOMPARE(children.size(), 1);
        program.kill();
        QVERIFY(program.waitForFinished(10'000));
        QTRY_VERIFY(!isAlive(children.constFirst()));
    }

    void keepsFilesPrivate()
    {
        // The runs before ended in an orderly way and remember the window.
        const QStringList below{m_directory.path(), u"-mindepth"_qs, u"1"_qs};
        QVERIFY(!outputOf(u"find"_qs, below).isEmpty());
        QCOMPARE(outputOf(u"find"_qs, below + QStringList{u"-perm"_qs, u"/077"_qs}), QByteArray());
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
