// SPDX-License-Identifier: MIT
#include "api/deadline.h"
#include "api/managementclient.h"
#include "api/waiting.h"
#include "support/democlusterprocess.h"
#include "wire/encodedcall.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace tokenry;
using namespace tokenry::tests;
using namespace std::chrono_literals;

namespace
{

/// Stops this process as a sleeping computer would; another one wakes it.
void sleepFor(const QByteArray &seconds)
{
    QProcess::startDetached(u"sh"_qs, {u"-c"_qs, QString::fromLatin1("sleep " + seconds + "; kill -CONT ") +
                                                     QString::number(QCoreApplication::applicationPid())});
    ::raise(SIGSTOP);
}

} // namespace

/// A request on its way while the computer sleeps: what came meanwhile is read before a time limit is judged.
class AsleepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatPassedAsleepIsToldALittleAfterWaking()
    {
        Deadline deadline;
        QSignalSpy passed(&deadline, &Deadline::passed);
        deadline.start(100ms);
        sleepFor("2");
        QElapsedTimer awake;
        awake.start();
        QTRY_COMPARE_WITH_TIMEOUT(passed.size(), 1, 30'000);
        QVERIFY(awake.elapsed() >= Deadline::grace.count() / 2);
    }

    void anAnswerThatCameDuringTheSleepIsRead()
    {
        DemoClusterProcess cluster({.more = {u"--late-seconds"_qs, u"2"_qs}});
        QVERIFY(cluster.start());
        ClusterAddress address;
        address.managementUrl = QUrl(cluster.managementUrl());
        address.accountId = cluster.accountId();
        address.clusterId = cluster.clusterId();
        ManagementClient client(address, {.changeDeadline = 1500ms});
        cluster.process().write("{\"arm\": \"answer-late\"}\n");
        QVERIFY(QTest::qWaitFor([&] { return cluster.process().canReadLine(); }));
        const EncodedCall call{
            "POST", (cluster.prefix() + u"/tokens"_qs).toUtf8(),
            quoted("{'description': 'asleep', 'permissions': [{'action': 'read', 'resource': '*'}]}")};
        const auto creating = client.create(Secret::copyOf(DemoClusterProcess::managementToken()), call);
        // On its way, and not answered yet.
        QTest::qWait(90);
        sleepFor("5");
        const auto created = outcomeOf(creating);
        QVERIFY(created && *created);
        QCOMPARE((*created)->secret.size(), 70);
    }

    void aServerThatIsSilentAfterTheSleepIsNotWaitedFor()
    {
        DemoClusterProcess cluster({.more = {u"--late-seconds"_qs, u"600"_qs}});
        QVERIFY(cluster.start());
        ClusterAddress address;
        address.managementUrl = QUrl(cluster.managementUrl());
        address.accountId = cluster.accountId();
        address.clusterId = cluster.clusterId();
        ManagementClient client(address, {.changeDeadline = 3s});
        cluster.process().write("{\"arm\": \"answer-late\"}\n");
        QVERIFY(QTest::qWaitFor([&] { return cluster.process().canReadLine(); }));
        const EncodedCall call{
            "POST", (cluster.prefix() + u"/tokens"_qs).toUtf8(),
            quoted("{'description': 'silent', 'permissions': [{'action': 'read', 'resource': '*'}]}")};
        const auto creating = client.create(Secret::copyOf(DemoClusterProcess::managementToken()), call);
        QTest::qWait(90);
        sleepFor("6");
        const auto created = outcomeOf(creating);
        QVERIFY(created && !*created);
        QCOMPARE(created->error().effect, ApiError::Effect::Unclear);
    }
};

QTEST_GUILESS_MAIN(AsleepTest)
#include "tst_asleep.moc"
