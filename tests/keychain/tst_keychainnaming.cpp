// SPDX-License-Identifier: MIT
#include "keychain/keychainnaming.h"
#include "keychain/kwallet.h"
#include "keychain/systemkeychain.h"

#include <QTest>

using namespace tokenry;
using namespace Qt::StringLiterals;

class TestKeychainNaming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void onWindowsTheKeyAloneIsUnique();
    void theKeychainUsesTheNamesOfItsSystem();
    void preferredWallet_data();
    void preferredWallet();
};

void TestKeychainNaming::names_data()
{
    QTest::addColumn<KeychainSystem>("system");
    QTest::addColumn<KeychainItem>("token");
    QTest::addColumn<KeychainItem>("managementToken");
    QTest::addColumn<KeychainItem>("selfTest");

    const QString label = u"Tokenry self-test (safe to delete)"_s;
    QTest::newRow("Linux") << KeychainSystem::Linux
                           << KeychainItem{u"tokenry/prod-eu/telegraf_west"_s, u"telegraf_west"_s}
                           << KeychainItem{u"tokenry/management/1111@a.example:8443"_s, u"management_token"_s}
                           << KeychainItem{label, u"tokenry_self_test"_s};
    QTest::newRow("macOS") << KeychainSystem::MacOs << KeychainItem{u"tokenry_prod-eu"_s, u"telegraf_west"_s}
                           << KeychainItem{u"tokenry/management/1111@a.example:8443"_s, u"management_token"_s}
                           << KeychainItem{label, u"tokenry_self_test"_s};
    QTest::newRow("Windows") << KeychainSystem::Windows
                             << KeychainItem{QString(), u"tokenry:prod-eu:telegraf_west"_s}
                             << KeychainItem{QString(), u"tokenry:management:1111@a.example:8443"_s}
                             << KeychainItem{QString(), label};
}

void TestKeychainNaming::names()
{
    QFETCH(KeychainSystem, system);
    QTEST(tokenItem(system, u"prod-eu"_s, u"telegraf_west"_s), "token");
    QTEST(managementTokenItem(system, u"1111"_s, u"a.example:8443"_s), "managementToken");
    QTEST(selfTestItem(system), "selfTest");
}

void TestKeychainNaming::onWindowsTheKeyAloneIsUnique()
{
    const auto windows = KeychainSystem::Windows;
    QVERIFY(tokenItem(windows, u"a"_s, u"x"_s).key != tokenItem(windows, u"b"_s, u"x"_s).key);
    QVERIFY(managementTokenItem(windows, u"1"_s, u"h"_s).key !=
            managementTokenItem(windows, u"2"_s, u"h"_s).key);
}

void TestKeychainNaming::theKeychainUsesTheNamesOfItsSystem()
{
    const SystemKeychain keychain;
    const KeychainSystem system = currentKeychainSystem();
    QCOMPARE(keychain.tokenItem(u"p"_s, u"n"_s), tokenItem(system, u"p"_s, u"n"_s));
    QCOMPARE(keychain.managementTokenItem(u"1"_s, u"h"_s), managementTokenItem(system, u"1"_s, u"h"_s));
#ifdef Q_OS_LINUX
    QCOMPARE(keychain.tokenItem(u"p"_s, u"n"_s).service, u"tokenry/p/n"_s);
#endif
}

void TestKeychainNaming::preferredWallet_data()
{
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<bool>("preferred");

    QTest::newRow("nothing known") << QStringList{} << false;
    QTest::newRow("GNOME") << QStringList{u"XDG_CURRENT_DESKTOP=GNOME"_s} << false;
    QTest::newRow("KDE without a version") << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s} << false;
    QTest::newRow("Plasma 5") << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s, u"KDE_SESSION_VERSION=5"_s}
                              << true;
    QTest::newRow("Plasma 6") << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s, u"KDE_SESSION_VERSION=6"_s}
                              << false;
    QTest::newRow("Plasma 5 by session")
        << QStringList{u"DESKTOP_SESSION=kde"_s, u"KDE_SESSION_VERSION=5"_s} << true;
    QTest::newRow("Plasma 5 by the old flag")
        << QStringList{u"KDE_FULL_SESSION=true"_s, u"KDE_SESSION_VERSION=5"_s} << true;
    QTest::newRow("GNOME with leftovers")
        << QStringList{u"XDG_CURRENT_DESKTOP=GNOME"_s, u"KDE_SESSION_VERSION=5"_s, u"DESKTOP_SESSION=kde"_s}
        << false;
    QTest::newRow("Xfce with leftovers")
        << QStringList{u"DESKTOP_SESSION=xfce"_s, u"KDE_FULL_SESSION=true"_s, u"KDE_SESSION_VERSION=5"_s}
        << false;
}

void TestKeychainNaming::preferredWallet()
{
    QFETCH(QStringList, environment);
    QProcessEnvironment variables;
    for (const QString &assignment : environment)
        variables.insert(assignment.section(u'=', 0, 0), assignment.section(u'=', 1));
    QTEST(KWallet::isPreferredIn(variables), "preferred");
}

QTEST_GUILESS_MAIN(TestKeychainNaming)
#include "tst_keychainnaming.moc"
