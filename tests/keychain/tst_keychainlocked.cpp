// SPDX-License-Identifier: MIT
#include "keychain/systemkeychain.h"
#include "support/keyring/await.h"

using namespace tokenry;
using namespace tokenry::test;
using namespace Qt::StringLiterals;
using Kind = KeychainError::Kind;

/// On a real keyring that is locked, in a session where nothing can ask for the password.
class TestKeychainLocked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looks();
    void doesNotAskByItself();
    void anUnlockThatCannotBeAskedIsDismissed();

private:
    SystemKeychain m_keychain;
};

void TestKeychainLocked::looks()
{
    const auto place = await(m_keychain.look());
    QVERIFY(place);
    QCOMPARE(place->service, u"GNOME Keyring"_s);
    QCOMPARE(place->collection, u"Login"_s);
    QVERIFY(place->locked);
}

void TestKeychainLocked::doesNotAskByItself()
{
    const KeychainItem item = m_keychain.tokenItem(u"demo"_s, u"locked"_s);
    QCOMPARE(await(m_keychain.prove()).error().kind, Kind::Locked);
    QCOMPARE(await(m_keychain.read(item)).error().kind, Kind::Locked);
    QCOMPARE(await(m_keychain.write(item, Secret::copyOf("fake"))).error().kind, Kind::Locked);
    QCOMPARE(await(m_keychain.remove(item)).error().kind, Kind::Locked);
    QCOMPARE(await(m_keychain.contains(item)), false);
}

void TestKeychainLocked::anUnlockThatCannotBeAskedIsDismissed()
{
    QCOMPARE(await(m_keychain.unlock()).error().kind, Kind::Dismissed);
    QVERIFY(await(m_keychain.look())->locked);
    QCOMPARE(await(m_keychain.unlock()).error().kind, Kind::Dismissed);
}

QTEST_GUILESS_MAIN(TestKeychainLocked)
#include "tst_keychainlocked.moc"
