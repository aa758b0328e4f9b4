// SPDX-License-Identifier: MIT
#include "keychain/systemkeychain.h"
#include "support/keyring/await.h"

using namespace tokenry;
using namespace tokenry::test;
using namespace Qt::StringLiterals;
using Kind = KeychainError::Kind;

/// On a real service that has no keyring yet, as after a fresh installation.
class TestKeychainEmpty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNoKeyring();
    void aKeyringThatIsNotMadeIsStillMissing();

private:
    SystemKeychain m_keychain;
};

void TestKeychainEmpty::saysThatThereIsNoKeyring()
{
    const KeychainItem item = m_keychain.tokenItem(u"demo"_s, u"empty"_s);
    QCOMPARE(await(m_keychain.look()).error().kind, Kind::NoCollection);
    QCOMPARE(await(m_keychain.prove()).error().kind, Kind::NoCollection);
    QCOMPARE(await(m_keychain.read(item)).error().kind, Kind::NoCollection);
    QCOMPARE(await(m_keychain.write(item, Secret::copyOf("fake"))).error().kind, Kind::NoCollection);
    QCOMPARE(await(m_keychain.contains(item)), false);
    QVERIFY(await(m_keychain.remove(item)));
}

void TestKeychainEmpty::aKeyringThatIsNotMadeIsStillMissing()
{
    QCOMPARE(await(m_keychain.unlock()).error().kind, Kind::NoCollection);
    QCOMPARE(await(m_keychain.look()).error().kind, Kind::NoCollection);
}

QTEST_GUILESS_MAIN(TestKeychainEmpty)
#include "tst_keychainempty.moc"
