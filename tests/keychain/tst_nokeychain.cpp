// SPDX-License-Identifier: MIT
#include "keychain/systemkeychain.h"
#include "support/keyring/await.h"

using namespace tokenry;
using namespace tokenry::test;
using namespace Qt::StringLiterals;
using Kind = KeychainError::Kind;

/// On a bus without a Secret Service, and (run a second time) without a bus.
class TestNoKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsMissing();
    void withoutAnAddressNoBusIsStarted();
    void anAnswerThatNobodyHeardDoesNotHoldUpTheEnd();
};

void TestNoKeychain::everythingIsMissing()
{
    SystemKeychain keychain;
    const KeychainItem item = keychain.tokenItem(u"demo"_s, u"none"_s);
    const auto place = await(keychain.look());
    QVERIFY(!place);
    QCOMPARE(place.error().kind, Kind::Missing);
    QVERIFY(!place.error().technical.isEmpty());
    QCOMPARE(await(keychain.unlock()).error().kind, Kind::Missing);
    QCOMPARE(await(keychain.prove()).error().kind, Kind::Missing);
    QCOMPARE(await(keychain.contains(item)).error().kind, Kind::Missing);
    QCOMPARE(await(keychain.read(item)).error().kind, Kind::Missing);
    QCOMPARE(await(keychain.write(item, Secret::copyOf("fake"))).error().kind, Kind::Missing);
    QCOMPARE(await(keychain.remove(item)).error().kind, Kind::Missing);
}

void TestNoKeychain::withoutAnAddressNoBusIsStarted()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    {
        SystemKeychain keychain;
        QCOMPARE(await(keychain.prove()).error().kind, Kind::Missing);
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
}

void TestNoKeychain::anAnswerThatNobodyHeardDoesNotHoldUpTheEnd()
{
    // The last test: the answer is still on its way when the application ends. The process hung there once.
    PendingPtr<KeychainPlace, KeychainError> pending;
    SystemKeychain keychain;
    pending = keychain.look();
    QVERIFY(!pending->isFinished());
}

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "tst_nokeychain.moc"
