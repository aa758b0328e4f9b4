// SPDX-License-Identifier: MIT
#include "keychain/keychainnaming.h"
#include "keychain/systemkeychain.h"
#include "support/keyring/await.h"
#include "support/keyring/fakekwallet.h"
#include "support/keyring/kwalletdaemon.h"

using namespace std::chrono_literals;
using namespace tokenry;
using namespace tokenry::test;
using namespace Qt::StringLiterals;
using Kind = KeychainError::Kind;

namespace
{

const QByteArray token = "apiv1_0000000000000000000000000000000000000000000000000000000000000000";

} // namespace

/// On a real, private KDE Wallet, as a log-in opens it.
class TestKWallet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isFoundWhereItIs();
    void keepsWhatItIsGiven_data();
    void keepsWhatItIsGiven();
    void saysWhatIsThere();
    void removes();
    void provesItselfAndLeavesNothing();
    void isOnDiskOnceItIsStored();
    void saysLockedOnceClosed();
    void asksForThePasswordAndWaits();
    void isMissingOnceItEnded();

private:
    KeychainItem item() const
    {
        return m_keychain.tokenItem(u"demo"_s, QString::fromLatin1(QTest::currentTestFunction()));
    }

    KWalletDaemon m_daemon;
    SystemKeychain m_keychain;
};

void TestKWallet::initTestCase()
{
    FakeKWallet::pretendPlasma();
    QVERIFY(m_daemon.start());
}

void TestKWallet::isFoundWhereItIs()
{
    const auto place = await(m_keychain.look());
    QVERIFY2(place, qPrintable(place ? QString() : place.error().technical));
    QCOMPARE(place->service, u"KDE Wallet"_s);
    QCOMPARE(place->collection, u"kdewallet"_s);
    QVERIFY(!place->locked);
    QCOMPARE(*await(m_keychain.unlock()), *place);
}

void TestKWallet::keepsWhatItIsGiven_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("token") << token;
    QTest::newRow("odd characters") << R"(a b"c'$d\e{}%1)"_ba;
    QTest::newRow("Unicode") << u"größer – 日本 🔑"_s.toUtf8();
    QTest::newRow("long") << QByteArray(200'000, 'k');
}

void TestKWallet::keepsWhatItIsGiven()
{
    QFETCH(QByteArray, secret);
    const auto kept = await(m_keychain.write(item(), Secret::copyOf(secret)));
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().technical));
    QVERIFY(await(m_keychain.read(item()))->equals(Secret::copyOf(secret)));
    QCOMPARE(KWalletDaemon::lookUp(item()).trimmed(), secret);
}

void TestKWallet::saysWhatIsThere()
{
    QCOMPARE(await(m_keychain.contains(item())), false);
    QCOMPARE(await(m_keychain.read(item())).error().kind, Kind::NotFound);
    QVERIFY(await(m_keychain.write(item(), Secret::copyOf(token))));
    QCOMPARE(await(m_keychain.contains(item())), true);
    KeychainItem other = item();
    other.key += u'x';
    QCOMPARE(await(m_keychain.contains(other)), false);
}

void TestKWallet::removes()
{
    QVERIFY(await(m_keychain.remove(item())));
    QVERIFY(await(m_keychain.write(item(), Secret::copyOf(token))));
    QVERIFY(await(m_keychain.remove(item())));
    QCOMPARE(await(m_keychain.contains(item())), false);
    QCOMPARE(await(m_keychain.read(item())).error().kind, Kind::NotFound);
}

void TestKWallet::provesItselfAndLeavesNothing()
{
    QVERIFY(await(m_keychain.prove()));
    QCOMPARE(await(m_keychain.contains(selfTestItem(currentKeychainSystem()))), false);
}

// By itself it writes to the disk after some seconds.
void TestKWallet::isOnDiskOnceItIsStored()
{
    QVERIFY(await(m_keychain.write(item(), Secret::copyOf(token))));
    m_daemon.kill();
    QVERIFY(m_daemon.start());
    const auto kept = await(m_keychain.read(item()));
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().technical));
    QVERIFY(kept->equals(Secret::copyOf(token)));
}

void TestKWallet::saysLockedOnceClosed()
{
    KeychainItem other = item();
    other.key += u'x';
    QVERIFY(await(m_keychain.write(item(), Secret::copyOf(token))));
    QVERIFY(m_daemon.closeWallet());
    QVERIFY(await(m_keychain.look())->locked);
    QCOMPARE(await(m_keychain.contains(item())), true);
    QCOMPARE(await(m_keychain.contains(other)), false);
    QCOMPARE(await(m_keychain.read(item())).error().kind, Kind::Locked);
    QCOMPARE(await(m_keychain.write(other, Secret::copyOf(token))).error().kind, Kind::Locked);
    QCOMPARE(await(m_keychain.remove(item())).error().kind, Kind::Locked);
    QCOMPARE(await(m_keychain.prove()).error().kind, Kind::Locked);
}

// There is no display to see the dialog on.
void TestKWallet::asksForThePasswordAndWaits()
{
    SystemKeychain keychain({.call = 3s, .prompt = 6s});
    const auto unlock = keychain.unlock();
    QTest::qWait(3500); // longer than a machine is given
    QVERIFY(!unlock->isFinished());
    QVERIFY(await(keychain.look())->locked);
    QCOMPARE(await(unlock).error().kind, Kind::NotAnswering);
}

void TestKWallet::isMissingOnceItEnded()
{
    m_daemon.kill();
    QCOMPARE(await(m_keychain.look()).error().kind, Kind::Missing);
    QCOMPARE(await(m_keychain.read(item())).error().kind, Kind::Missing);
}

QTEST_GUILESS_MAIN(TestKWallet)
#include "tst_kwallet.moc"
