// SPDX-License-Identifier: MIT
#include "keychain/systemkeychain.h"
#include "support/keyring/await.h"
#include "support/keyring/passwordwindow.h"

using namespace tokenry;
using namespace tokenry::test;
using namespace Qt::StringLiterals;
using Kind = KeychainError::Kind;

/// On a real locked keyring (the last one: on none yet) with the desktop's real password window, pressed by a
/// machine.
class TestKeychainPrompt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapeIsDismissed();
    void thePasswordUnlocks();
    void aNewKeyringIsMade();
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

QTEST_GUILESS_MAIN(TestKeychainPrompt)
#include "tst_keychainprompt.moc"
