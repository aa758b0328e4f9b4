// SPDX-License-Identifier: MIT
#include "keychain/systemkeychain.h"
#include "support/heart.h"
#include "support/keyring/await.h"
#include "support/keyring/keyringsession.h"

#include <QElapsedTimer>
#include <QProcess>

#include <csignal>

using namespace std::chrono_literals;
using namespace tokenry;
using namespace tokenry::test;
using namespace Qt::StringLiterals;
using Kind = KeychainError::Kind;

/// A real keyring that hangs, is replaced, dies, and loses its bus: in this order, each worse than the one
/// before.
class TestKeychainFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHangingServiceIsNotAnswering();
    void whatHangsIsLeftAloneAtTheEnd();
    void aHangingBusStopsNobodyElse();
    void anotherOwnerIsNoticed();
    void aDeadServiceIsMissing();
    void aLostBusIsLostForEver();

private:
    QProcess m_otherDaemon;
};

void TestKeychainFaults::aHangingServiceIsNotAnswering()
{
    SystemKeychain keychain({.call = 3s});
    const KeychainItem item = keychain.tokenItem(u"demo"_s, u"x"_s);
    QVERIFY(await(keychain.prove()));

    const Heart heart;
    QElapsedTimer hang;
    hang.start();
    {
        const Stopped stopped(keyringDaemonPid());
        const auto look = keychain.look();
        const auto unlock = keychain.unlock();
        const auto write = keychain.write(item, Secret::copyOf("fake-token"));
        const auto read = keychain.read(item);
        QCOMPARE(await(look).error().kind, Kind::NotAnswering);
        QCOMPARE(await(unlock).error().kind, Kind::NotAnswering);
        QCOMPARE(await(write).error().kind, Kind::NotAnswering);
        QCOMPARE(await(read).error().kind, Kind::NotAnswering);
    }
    QVERIFY2(heart.longestGap() < hang.elapsed() / 2, qPrintable(u"%1 ms"_s.arg(heart.longestGap())));
    QVERIFY(await(keychain.prove()));
    // Given up means that it is not written later on either.
    QCOMPARE(await(keychain.contains(item)), false);
}

void TestKeychainFaults::whatHangsIsLeftAloneAtTheEnd()
{
    auto keychain = std::make_unique<SystemKeychain>();
    QVERIFY(await(keychain->prove()));
    const Stopped stopped(keyringDaemonPid());
    const auto pending = keychain->prove();
    QTest::qWait(50);
    QElapsedTimer clock;
    clock.start();
    keychain.reset();
    QVERIFY(clock.elapsed() < 5000); // far less than what hangs would be given
    QCOMPARE(await(pending).error().kind, Kind::NotAnswering);
}

void TestKeychainFaults::aHangingBusStopsNobodyElse()
{
    auto keychain = std::make_unique<SystemKeychain>(KeychainTimeouts{.call = 2s, .operation = 6s});
    const Heart heart;
    QElapsedTimer hang;
    hang.start();
    {
        // Before the first question: connecting blocks its thread until the bus answers.
        const Stopped stopped(busPid());
        QCOMPARE(await(keychain->look()).error().kind, Kind::NotAnswering);
        QElapsedTimer clock;
        clock.start();
        keychain.reset();
        QVERIFY(clock.elapsed() < 5000); // far less than what hangs would be given
    }
    QVERIFY2(heart.longestGap() < hang.elapsed() / 2, qPrintable(u"%1 ms"_s.arg(heart.longestGap())));
    SystemKeychain another;
    QVERIFY(await(another.look()));
}

void TestKeychainFaults::anotherOwnerIsNoticed()
{
    SystemKeychain keychain;
    const auto before = await(keychain.look());
    QVERIFY(before);
    ::kill(keyringDaemonPid(), SIGKILL);
    QTRY_COMPARE(await(keychain.look()).error().kind, Kind::Missing);

    m_otherDaemon.setStandardOutputFile(QProcess::nullDevice());
    m_otherDaemon.start(u"gnome-keyring-daemon"_s,
                        {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    m_otherDaemon.write("test");
    m_otherDaemon.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(await(keychain.look()), 20000);
    const auto after = await(keychain.look());
    QVERIFY(after->owner != before->owner);
    QTRY_VERIFY_WITH_TIMEOUT(!await(keychain.look())->locked, 20000);
    const auto proof = await(keychain.prove());
    QVERIFY2(proof, qPrintable(proof ? QString() : proof.error().technical));
}

void TestKeychainFaults::aDeadServiceIsMissing()
{
    SystemKeychain keychain;
    const KeychainItem item = keychain.tokenItem(u"demo"_s, u"dead"_s);
    QVERIFY(await(keychain.prove()));
    // In the middle of it: the long secret takes the daemon longer than the signal.
    const auto write = keychain.write(item, Secret::copyOf(QByteArray(8'000'000, 'k')));
    QTest::qWait(20);
    m_otherDaemon.kill();
    const auto answer = await(write);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Kind::Missing);
    QCOMPARE(await(keychain.prove()).error().kind, Kind::Missing);
    QCOMPARE(await(keychain.write(item, Secret::copyOf("fake"))).error().kind, Kind::Missing);
}

void TestKeychainFaults::aLostBusIsLostForEver()
{
    SystemKeychain keychain;
    QCOMPARE(await(keychain.look()).error().kind, Kind::Missing);
    ::kill(busPid(), SIGKILL);
    QTRY_COMPARE(await(keychain.look()).error().kind, Kind::BusLost);
    QCOMPARE(await(keychain.unlock()).error().kind, Kind::BusLost);
    QCOMPARE(await(keychain.prove()).error().kind, Kind::BusLost);
    QCOMPARE(await(keychain.contains(keychain.tokenItem(u"demo"_s, u"x"_s))).error().kind, Kind::BusLost);
    // GLib would have ended the process by now.
    QTest::qWait(300);
}

QTEST_GUILESS_MAIN(TestKeychainFaults)
#include "tst_keychainfaults.moc"
