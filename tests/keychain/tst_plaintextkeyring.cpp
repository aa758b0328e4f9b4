// SPDX-License-Identifier: MIT
#include "keychain/keyringfile.h"
#include "keychain/systemkeychain.h"
#include "support/keyring/await.h"

#include <QDir>
#include <QFile>

using namespace tokenry;
using namespace tokenry::test;
using namespace Qt::StringLiterals;

/// On a real keyring without a password.
class TestPlainTextKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isToldAndHoldsThePlainSecret();
    void isSeenInTheFile_data();
    void isSeenInTheFile();

private:
    static QString file(const QString &name)
    {
        return qEnvironmentVariable("XDG_DATA_HOME") + u"/keyrings/"_s + name + u".keyring"_s;
    }
};

void TestPlainTextKeyring::isToldAndHoldsThePlainSecret()
{
    SystemKeychain keychain;
    // GNOME Keyring calls it locked at first, and asks nobody.
    QVERIFY(await(keychain.unlock()));
    const auto place = await(keychain.prove());
    QVERIFY2(place, qPrintable(place ? QString() : place.error().technical));
    QCOMPARE(place->service, u"GNOME Keyring"_s);
    QVERIFY(place->plainText);
    QCOMPARE(*await(keychain.look()), *place);
    QVERIFY(await(keychain.write(keychain.tokenItem(u"demo"_s, u"x"_s), Secret::copyOf("fake-token"))));
    QFile disk(file(u"login"_s));
    QVERIFY(disk.open(QIODevice::ReadOnly));
    QVERIFY(disk.readAll().contains("fake-token"));
}

void TestPlainTextKeyring::isSeenInTheFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("plain");
    const QString path = u"/org/freedesktop/secrets/collection/"_s;
    QTest::newRow("plain") << path + u"a"_s << u"a"_s << "[keyring]\nctime=0\n"_ba << true;
    QTest::newRow("escaped name") << path + u"my_5fown_20ring"_s << u"my_own ring"_s << "[keyring]\n"_ba
                                  << true;
    QTest::newRow("with a password") << path + u"b"_s << u"b"_s << "GnomeKeyring\n\r\0\nx"_ba << false;
    QTest::newRow("empty file") << path + u"c"_s << u"c"_s << QByteArray() << false;
    QTest::newRow("no file") << path + u"session"_s << QString() << QByteArray() << false;
    QTest::newRow("out of the folder") << path + u"_2e_2e_2fx"_s << QString() << QByteArray() << false;
    QTest::newRow("no path") << QString() << QString() << QByteArray() << false;
}

void TestPlainTextKeyring::isSeenInTheFile()
{
    QFETCH(QString, path);
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    if (!name.isEmpty()) {
        QFile written(file(name));
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(content);
    }
    QTEST(isPlainTextKeyring(path), "plain");
}

QTEST_GUILESS_MAIN(TestPlainTextKeyring)
#include "tst_plaintextkeyring.moc"
