// SPDX-License-Identifier: MIT
#include "keychain/systemkeychain.h"
#include "support/keyring/await.h"
#include "support/keyring/fakesecretservice.h"

#include <QElapsedTimer>

using namespace tokenry;
using namespace tokenry::test;
using namespace Qt::StringLiterals;
using Kind = KeychainError::Kind;
using Fault = FakeSecretService::Fault;

/// On a service that reports success for what it did not do.
class TestLyingKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_service = std::make_unique<FakeSecretService>(); }
    void cleanup() { m_service.reset(); }

    void worksWhenHonest();
    void anItemInAnotherCollectionIsUnlocked();
    void aWriteThatIsNotKept_data();
    void aWriteThatIsNotKept();
    void anotherInstanceTriesTheKeychainToo_data() { aWriteThatIsNotKept_data(); }
    void anotherInstanceTriesTheKeychainToo();
    void aRemovalThatDoesNotHappen();
    void aWriteThatIsNeverAnswered();

private:
    std::unique_ptr<FakeSecretService> m_service;
};

void TestLyingKeychain::worksWhenHonest()
{
    SystemKeychain keychain;
    QVERIFY(await(keychain.prove()));
    QCOMPARE(m_service->writes(), 1);
    QCOMPARE(m_service->items(), 0);
}

// The collection for new items is open all the while.
void TestLyingKeychain::anItemInAnotherCollectionIsUnlocked()
{
    SystemKeychain keychain;
    const KeychainItem item = keychain.tokenItem(u"demo"_s, u"x"_s);
    QVERIFY(await(keychain.write(item, Secret::copyOf("fake-token"))));
    m_service->lockItems();
    QVERIFY(!await(keychain.look())->locked);
    QCOMPARE(await(keychain.contains(item)), true);
    QCOMPARE(await(keychain.read(item)).error().kind, Kind::Locked);
    QVERIFY(await(keychain.unlock()));
    QVERIFY(await(keychain.read(item))->equals(Secret::copyOf("fake-token")));
}

void TestLyingKeychain::aWriteThatIsNotKept_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("forgotten") << Fault::ForgetsWrites;
    QTest::newRow("garbled") << Fault::GarblesWrites;
}

void TestLyingKeychain::aWriteThatIsNotKept()
{
    QFETCH(Fault, fault);
    m_service->setFault(fault);
    SystemKeychain keychain;
    const KeychainItem item = keychain.tokenItem(u"demo"_s, u"x"_s);
    QCOMPARE(await(keychain.write(item, Secret::copyOf("fake-token"))).error().kind, Kind::NotKept);
    QCOMPARE(await(keychain.prove()).error().kind, Kind::NotKept);
}

// Who removes or writes over the item of the self-test in between looks like a service that does not keep it.
void TestLyingKeychain::anotherInstanceTriesTheKeychainToo()
{
    QFETCH(Fault, fault);
    m_service->setFault(fault, 2);
    SystemKeychain keychain;
    const auto proof = await(keychain.prove());
    QVERIFY2(proof, qPrintable(proof ? QString() : proof.error().technical));
    QCOMPARE(m_service->writes(), 3);
    QCOMPARE(m_service->items(), 0);
}

void TestLyingKeychain::aRemovalThatDoesNotHappen()
{
    m_service->setFault(Fault::KeepsRemoved);
    SystemKeychain keychain;
    const KeychainItem item = keychain.tokenItem(u"demo"_s, u"x"_s);
    QVERIFY(await(keychain.write(item, Secret::copyOf("fake-token"))));
    QCOMPARE(await(keychain.remove(item)).error().kind, Kind::Failed);
    QCOMPARE(await(keychain.prove()).error().kind, Kind::Failed);
}

void TestLyingKeychain::aWriteThatIsNeverAnswered()
{
    m_service->setFault(Fault::AnswersNoWrite);
    auto keychain = std::make_unique<SystemKeychain>(KeychainTimeouts{.operation = std::chrono::seconds(5)});
    const KeychainItem item = keychain->tokenItem(u"demo"_s, u"x"_s);
    const auto first = keychain->write(item, Secret::copyOf("fake-token"));
    const auto second = keychain->write(item, Secret::copyOf("fake-other"));
    QCOMPARE(await(first).error().kind, Kind::NotAnswering);
    QCOMPARE(await(second).error().kind, Kind::NotAnswering);
    // Looking still works; and the end does not wait for the job that never ends.
    QVERIFY(await(keychain->look()));
    const auto third = keychain->write(item, Secret::copyOf("fake-third"));
    QElapsedTimer clock;
    clock.start();
    keychain.reset();
    QVERIFY(clock.elapsed() < 3000); // less than the operation is given
    QCOMPARE(await(third).error().kind, Kind::NotAnswering);
    QCOMPARE(m_service->writes(), 1);
}

QTEST_GUILESS_MAIN(TestLyingKeychain)
#include "tst_lyingkeychain.moc"
