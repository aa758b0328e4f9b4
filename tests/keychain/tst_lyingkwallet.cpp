// SPDX-License-Identifier: MIT
#include "keychain/systemkeychain.h"
#include "support/keyring/await.h"
#include "support/keyring/fakekwallet.h"

using namespace std::chrono_literals;
using namespace tokenry;
using namespace tokenry::test;
using namespace Qt::StringLiterals;
using Kind = KeychainError::Kind;
using Fault = FakeKWallet::Fault;

/// On a KDE Wallet that is closed, refuses, lies or goes. QtKeychain calls most of that a success.
class TestLyingKWallet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { FakeKWallet::pretendPlasma(); }
    void init() { m_service = std::make_unique<FakeKWallet>(); }
    void cleanup() { m_service.reset(); }

    void worksWhenHonest();
    void aWriteThatIsNotKept_data();
    void aWriteThatIsNotKept();
    void aReadThatFailsIsNotAbsence();
    void aRemovalThatDoesNotHappen();
    void aClosedWalletIsLocked();
    void isOpenedWhenAsked();
    void openingIsRefused();
    void openingIsNotAnswered();
    void noWalletYet();
    void accessIsRefused();
    void aDialogThatNobodyAnswers();
    void aWriteThatIsNeverAnswered();
    void diesInTheMiddleOfWriting();

private:
    static KeychainItem item(const SystemKeychain &keychain) { return keychain.tokenItem(u"demo"_s, u"x"_s); }

    std::unique_ptr<FakeKWallet> m_service;
};

void TestLyingKWallet::worksWhenHonest()
{
    SystemKeychain keychain;
    const auto place = await(keychain.prove());
    QVERIFY2(place, qPrintable(place ? QString() : place.error().technical));
    QCOMPARE(place->service, u"KDE Wallet"_s);
    QCOMPARE(place->collection, u"kdewallet"_s);
    QVERIFY(!place->locked);
    QCOMPARE(m_service->items(), 0);

    QCOMPARE(await(keychain.contains(item(keychain))), false);
    QCOMPARE(await(keychain.read(item(keychain))).error().kind, Kind::NotFound);
    QVERIFY(await(keychain.write(item(keychain), Secret::copyOf("fake-token"))));
    QCOMPARE(m_service->secretOf(item(keychain)), "fake-token"_ba);
    QVERIFY(m_service->isSynced());
    QVERIFY(await(keychain.read(item(keychain)))->equals(Secret::copyOf("fake-token")));
    QCOMPARE(await(keychain.contains(item(keychain))), true);
    QVERIFY(await(keychain.remove(item(keychain))));
    QCOMPARE(m_service->items(), 0);
}

void TestLyingKWallet::aWriteThatIsNotKept_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("refused") << Fault::RefusesWrites;
    QTest::newRow("something else is kept") << Fault::GarblesWrites;
    QTest::newRow("comes back empty") << Fault::FailsReads;
}

void TestLyingKWallet::aWriteThatIsNotKept()
{
    QFETCH(Fault, fault);
    m_service->setFault(fault);
    SystemKeychain keychain;
    QCOMPARE(await(keychain.write(item(keychain), Secret::copyOf("fake-token"))).error().kind, Kind::NotKept);
    QCOMPARE(await(keychain.prove()).error().kind, Kind::NotKept);
}

// Else the name would count as free and be written over.
void TestLyingKWallet::aReadThatFailsIsNotAbsence()
{
    SystemKeychain keychain;
    m_service->put(item(keychain), u"another's"_s);
    m_service->setFault(Fault::FailsReads);
    QCOMPARE(await(keychain.contains(item(keychain))), true);
    QCOMPARE(await(keychain.read(item(keychain))).error().kind, Kind::Failed);
}

void TestLyingKWallet::aRemovalThatDoesNotHappen()
{
    m_service->setFault(Fault::KeepsRemoved);
    SystemKeychain keychain;
    QVERIFY(await(keychain.write(item(keychain), Secret::copyOf("fake-token"))));
    QCOMPARE(await(keychain.remove(item(keychain))).error().kind, Kind::Failed);
}

void TestLyingKWallet::aClosedWalletIsLocked()
{
    SystemKeychain keychain;
    m_service->put(item(keychain), u"kept before"_s);
    m_service->setOpen(false);
    KeychainItem other = item(keychain);
    other.key += u'x';
    QVERIFY(await(keychain.look())->locked);
    QCOMPARE(await(keychain.contains(item(keychain))), true);
    QCOMPARE(await(keychain.contains(other)), false);
    QCOMPARE(await(keychain.read(item(keychain))).error().kind, Kind::Locked);
    QCOMPARE(await(keychain.read(other)).error().kind, Kind::Locked);
    QCOMPARE(await(keychain.write(other, Secret::copyOf("fake"))).error().kind, Kind::Locked);
    QCOMPARE(await(keychain.remove(item(keychain))).error().kind, Kind::Locked);
    QCOMPARE(await(keychain.prove()).error().kind, Kind::Locked);
    QCOMPARE(m_service->dialogs(), 0);
}

void TestLyingKWallet::isOpenedWhenAsked()
{
    SystemKeychain keychain;
    m_service->setOpen(false);
    QVERIFY(!await(keychain.unlock())->locked);
    QCOMPARE(m_service->dialogs(), 1);
    QVERIFY(await(keychain.prove()));
    // Where it is open, nobody is asked.
    QVERIFY(await(keychain.unlock()));
    QCOMPARE(m_service->dialogs(), 1);
}

void TestLyingKWallet::openingIsRefused()
{
    SystemKeychain keychain;
    m_service->setOpen(false);
    m_service->setFault(Fault::RefusesOpening);
    QCOMPARE(await(keychain.unlock()).error().kind, Kind::Dismissed);
    QVERIFY(await(keychain.look())->locked);
}

void TestLyingKWallet::openingIsNotAnswered()
{
    auto keychain = std::make_unique<SystemKeychain>(KeychainTimeouts{.call = 500ms, .prompt = 2s});
    m_service->setOpen(false);
    m_service->setFault(Fault::AnswersNoOpening);
    const auto unlock = keychain->unlock();
    // Longer than a machine is given. Meanwhile nothing else waits for the person.
    QTest::qWait(1000);
    QVERIFY(!unlock->isFinished());
    QVERIFY(await(keychain->look())->locked);
    QCOMPARE(await(unlock).error().kind, Kind::NotAnswering);
    // The daemon ends with its dialog.
    const auto second = keychain->unlock();
    QTRY_COMPARE(m_service->dialogs(), 2);
    m_service.reset();
    QCOMPARE(await(second).error().kind, Kind::Missing);
}

void TestLyingKWallet::noWalletYet()
{
    SystemKeychain keychain;
    m_service->setMade(false);
    QCOMPARE(await(keychain.look()).error().kind, Kind::NoCollection);
    QCOMPARE(await(keychain.prove()).error().kind, Kind::NoCollection);
    QCOMPARE(await(keychain.contains(item(keychain))), false);
    m_service->setFault(Fault::RefusesOpening);
    QCOMPARE(await(keychain.unlock()).error().kind, Kind::NoCollection);
    m_service->setFault(Fault::None);
    QVERIFY(await(keychain.unlock()));
    QVERIFY(await(keychain.prove()));
}

// The wallet is open; whether this program may use it is another question of KWallet's.
void TestLyingKWallet::accessIsRefused()
{
    SystemKeychain keychain;
    m_service->put(item(keychain), u"kept before"_s);
    m_service->setFault(Fault::RefusesOpening);
    QCOMPARE(await(keychain.read(item(keychain))).error().kind, Kind::Denied);
    QCOMPARE(await(keychain.write(item(keychain), Secret::copyOf("fake"))).error().kind, Kind::Denied);
    QCOMPARE(await(keychain.prove()).error().kind, Kind::Denied);
    QCOMPARE(m_service->secretOf(item(keychain)), "kept before"_ba);
}

// QtKeychain gives it 25 seconds.
void TestLyingKWallet::aDialogThatNobodyAnswers()
{
    SystemKeychain keychain;
    m_service->put(item(keychain), u"kept before"_s);
    m_service->setFault(Fault::AnswersNoOpening);
    const auto answer = await(keychain.read(item(keychain)), 40'000);
    QCOMPARE(answer.error().kind, Kind::NotAnswering);
    QVERIFY(!answer.error().technical.isEmpty());
}

void TestLyingKWallet::aWriteThatIsNeverAnswered()
{
    SystemKeychain keychain({.operation = 2s});
    m_service->setFault(Fault::AnswersNoWrite);
    QCOMPARE(await(keychain.write(item(keychain), Secret::copyOf("fake-token"))).error().kind,
             Kind::NotAnswering);
    QVERIFY(await(keychain.look()));
    QCOMPARE(m_service->writes(), 1);
}

void TestLyingKWallet::diesInTheMiddleOfWriting()
{
    SystemKeychain keychain;
    QVERIFY(await(keychain.prove()));
    m_service->setFault(Fault::AnswersNoWrite);
    const int before = m_service->writes();
    const auto write = keychain.write(item(keychain), Secret::copyOf("fake-token"));
    QTRY_COMPARE(m_service->writes(), before + 1);
    m_service.reset();
    QCOMPARE(await(write).error().kind, Kind::Missing);
    QCOMPARE(await(keychain.look()).error().kind, Kind::Missing);
    m_service = std::make_unique<FakeKWallet>();
    QVERIFY(await(keychain.write(item(keychain), Secret::copyOf("fake-token"))));
}

QTEST_GUILESS_MAIN(TestLyingKWallet)
#include "tst_lyingkwallet.moc"
