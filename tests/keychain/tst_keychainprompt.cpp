// SPDX-License-Identifier: MIT
#include "keychain/systemkeychain.h"
#include "support/keyring/anotherkeyring.h"
#include "support/keyring/await.h"
#include "support/keyring/passwordwindow.h"

using namespace tokenry;
using namespace tokenry::test;
using namespace Qt::StringLiterals;
using Kind = KeychainError::Kind;

/// On a real locked keyring (aNewKeyringIsMade: on none yet; anItemOfAnotherKeyring…: on an open one) with
/// the desktop's real password window, pressed by a machine.
class TestKeychainPrompt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapeIsDismissed();
    void thePasswordUnlocks();
    void aNewKeyringIsMade();
    void anItemOfAnotherKeyringIsUnlocked();
};

void TestKeychainPrompt::escapeIsDismissed()
{
    SystemKeychain keychain;
    const auto unlock = keychain.unlock();
    QVERIFY(answerPasswordWindow({u"Escape"_s}));
    QCOMPARE(await(unlock).error().kind, Kind::Dismissed);
    QVERIFY(await(keychain.look())->locked);
}

void TestKeychainPrompt::thePasswordUnlocks()
{
    SystemKeychain keychain;
    const auto unlock = keychain.unlock();
    // Meanwhile nothing else waits for the person.
    QVERIFY(await(keychain.look())->locked);
    QCOMPARE(await(keychain.prove()).error().kind, Kind::Locked);
    QVERIFY(answerPasswordWindow(thePassword()));
    const auto place = await(unlock);
    QVERIFY(place);
    QVERIFY(!place->locked);
    QVERIFY(await(keychain.prove()));
}

void TestKeychainPrompt::aNewKeyringIsMade()
{
    SystemKeychain keychain;
    QCOMPARE(await(keychain.look()).error().kind, Kind::NoCollection);
    const auto unlock = keychain.unlock();
    QVERIFY(answerPasswordWindow(aNewPassword()));
    const auto place = await(unlock);
    QVERIFY2(place,
             qPrintable(place ? QString()
                              : u"kind %1: "_s.arg(int(place.error().kind)) + place.error().technical));
    QCOMPARE(place->collection, u"Login"_s);
    QVERIFY(!place->locked);
    QVERIFY(await(keychain.prove()));
}

// The one for new items is open all the while.
void TestKeychainPrompt::anItemOfAnotherKeyringIsUnlocked()
{
    const AnotherKeyring another;
    QVERIFY(another.isThere());
    SystemKeychain keychain;
    const KeychainItem item =
        keychain.managementTokenItem(u"11111111-1111-4111-8111-111111111111"_s, u"console.influxdata.com"_s);
    QVERIFY(another.provision(item, "M.V1.FAKE0000"));
    QVERIFY(another.lock());
    QCOMPARE(await(keychain.look())->collection, u"Login"_s);
    QVERIFY(!await(keychain.look())->locked);
    QCOMPARE(await(keychain.read(item)).error().kind, Kind::Locked);

    const auto unlock = keychain.unlock();
    QVERIFY(answerPasswordWindow({u"Escape"_s}));
    QCOMPARE(await(unlock).error().kind, Kind::Dismissed);
    QCOMPARE(await(keychain.read(item)).error().kind, Kind::Locked);

    const auto unlockAgain = keychain.unlock();
    QVERIFY(answerPasswordWindow(thePassword()));
    QVERIFY(await(unlockAgain));
    const auto read = await(keychain.read(item));
    QVERIFY(read);
    QVERIFY(read->equals(Secret::copyOf("M.V1.FAKE0000")));
}

QTEST_GUILESS_MAIN(TestKeychainPrompt)
#include "tst_keychainprompt.moc"
