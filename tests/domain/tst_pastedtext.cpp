// SPDX-License-Identifier: MIT
#include "domain/pastedtext.h"

#include <QTest>

using namespace tokenry;

namespace
{
const QString account = u"11111111-1111-4111-8111-111111111111"_qs;
const QString cluster = u"33333333-3333-4333-8333-33333333333a"_qs;
} // namespace

class PastedTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleansIds_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::newRow("plain") << account;
        QTest::newRow("blanks and newline") << u"  "_qs + account + u" \r\n"_qs;
        QTest::newRow("braces") << u"{"_qs + account + u"}"_qs;
        QTest::newRow("quotes and comma") << u"\""_qs + account + u"\","_qs;
        QTest::newRow("upper case") << account.toUpper();
        QTest::newRow("what web pages add") << u"\ufeff\u00a0"_qs + account + u"\u200b\u2060\u202f"_qs;
    }

    void cleansIds()
    {
        QFETCH(QString, pasted);
        QCOMPARE(cleanedId(pasted), account);
    }

    void readsAddresses_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("url");
        const QString path = u"/api/v0/accounts/"_qs + account + u"/clusters/"_qs + cluster;
        QTest::newRow("endpoint") << u"https://console.influxdata.com"_qs + path + u"/tokens"_qs
                                  << u"https://console.influxdata.com"_qs;
        QTest::newRow("own host") << u"https://granite.example:8443"_qs + path
                                  << u"https://granite.example:8443"_qs;
        QTest::newRow("curl") << u"curl --location \"https://console.influxdata.com"_qs +
                                     path.toUpper().replace(u"/API/V0/ACCOUNTS"_qs, u"/api/v0/accounts"_qs) +
                                     u"\" --header x"_qs
                              << u"https://console.influxdata.com"_qs;
        QTest::newRow("path alone") << path << QString();
        QTest::newRow("config") << u"account_id = \""_qs + account + u"\"\ncluster_id = \""_qs + cluster +
                                       u"\""_qs
                                << QString();
        // Somebody else's URL beside the IDs is not where the management token belongs.
        QTest::newRow("data plane") << u"account_id = \""_qs + account + u"\"\ncluster_id = \""_qs + cluster +
                                           u"\"\nurl: https://"_qs + cluster + u".a.influxdb.io"_qs
                                    << QString();
        QTest::newRow("data plane and endpoint")
            << u"https://%1.a.influxdb.io https://console.influxdata.com"_qs.arg(cluster) + path
            << u"https://console.influxdata.com"_qs;
        QTest::newRow("two endpoints of one host")
            << u"https://granite.example"_qs + path + u"/tokens https://granite.example"_qs + path +
                   u"/databases"_qs
            << u"https://granite.example"_qs;
        QTest::newRow("two hosts") << u"https://granite.example"_qs + path +
                                          u" https://console.influxdata.com"_qs + path
                                   << QString();
    }

    void readsAddresses()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, url);
        const PastedAddress found = pastedAddress(pasted);
        QCOMPARE(found.accountId, account);
        QCOMPARE(found.clusterId, cluster);
        QCOMPARE(found.managementUrl, QUrl(url));
    }

    void leavesAChoiceToThePerson()
    {
        const QString other = u"99999999-9999-4999-8999-999999999999"_qs;
        const QString both = u"[{\"account_id\": \"%1\", \"cluster_id\": \"%2\"}, {\"account_id\": \"%1\", "
                             u"\"cluster_id\": \"%3\"}]"_qs;
        const PastedAddress two = pastedAddress(both.arg(account, cluster, other));
        QCOMPARE(two.accountId, account);
        QVERIFY(two.severalClusters && two.clusterId.isEmpty());
        const PastedAddress same = pastedAddress(both.arg(account, cluster, cluster));
        QVERIFY(!same.severalClusters);
        QCOMPARE(same.clusterId, cluster);
        // Of two accounts neither is taken, nor a cluster that may be the other's.
        const QString lists = u"accounts/%1/clusters/%3 accounts/%2/clusters/%4"_qs;
        const PastedAddress accounts = pastedAddress(lists.arg(account, other, cluster, cluster));
        QVERIFY(accounts.severalAccounts && accounts.accountId.isEmpty() && accounts.clusterId.isEmpty());
        QVERIFY(!accounts.severalClusters && !same.severalAccounts);
        const PastedAddress apart = pastedAddress(lists.arg(account, other, cluster, other));
        QVERIFY(apart.severalAccounts && apart.severalClusters);
    }

    void findsNothingInOtherTexts()
    {
        for (const QString &text :
             {QString(), account, u"accounts"_qs, u"https://example.com/accounts/1"_qs}) {
            const PastedAddress found = pastedAddress(text);
            QVERIFY2(found.accountId.isEmpty() && found.clusterId.isEmpty() && found.managementUrl.isEmpty(),
                     qPrintable(text));
        }
    }

    void guessesTokenKinds_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("kind");
        QTest::newRow("database") << QByteArray("apiv1_0000") << int(TokenKind::Database);
        QTest::newRow("later database") << QByteArray("apiv12_0000") << int(TokenKind::Database);
        QTest::newRow("management") << QByteArray("M.V1.+FAKE") << int(TokenKind::Management);
        QTest::newRow("jwt") << QByteArray("eyJhbGciOi") << int(TokenKind::Jwt);
        QTest::newRow("no version") << QByteArray("apiv_0000") << int(TokenKind::Unknown);
        QTest::newRow("other") << QByteArray("hello") << int(TokenKind::Unknown);
        QTest::newRow("empty") << QByteArray() << int(TokenKind::Unknown);
        QTest::newRow("blank inside") << QByteArray("M.V1.FA KE") << int(TokenKind::Broken);
        QTest::newRow("line end inside") << QByteArray("eyJ0\nFAKE") << int(TokenKind::Broken);
        QTest::newRow("no-break space inside") << QByteArray("M.V1.FA\xc2\xa0KE") << int(TokenKind::Broken);
    }

    void guessesTokenKinds()
    {
        QFETCH(QByteArray, token);
        QFETCH(int, kind);
        QCOMPARE(int(tokenKind(token)), kind);
    }
    void tokensAmongOtherWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("holds");
        const QString database = u"apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000"_qs;
        const QString jwt = u"eyJhbGciOiJIUzI1NiIs.eyJzdWIiOiIxMjM0NTY3ODkw.FAKE0000FAKE"_qs;
        QTest::newRow("of a database") << database << true;
        QTest::newRow("management") << u"M.V1.FAKE0000"_qs << true;
        QTest::newRow("JWT") << jwt << true;
        QTest::newRow("behind words") << QString(u"Telegraf "_qs + database) << true;
        QTest::newRow("an assignment") << QString(u"INFLUX_TOKEN=\""_qs + database + u"\""_qs) << true;
        QTest::newRow("a header") << QString(u"Authorization: Bearer "_qs + database) << true;
        QTest::newRow("a line of many") << QString(u"billing\n"_qs + database + u"\ncrm"_qs) << true;
        QTest::newRow("in a URL") << QString(u"https://host.example/a/"_qs + database + u"/b?x=1"_qs) << true;
        QTest::newRow("with a slash of its own") << u"apiv1_0000fake0000/fake0000fake0000"_qs << true;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("a name like it") << u"apiv1_requests"_qs << false;
        QTest::newRow("another") << u"M.V1.x"_qs << false;
        QTest::newRow("a prefix") << u"apiv1_…"_qs << false;
        QTest::newRow("words") << u"Telegraf edge-west · team:ops · OPS-1412"_qs << false;
        QTest::newRow("a name of that length") << u"eyJ"_qs + QString(60, u'x') << false;
    }

    void tokensAmongOtherWords()
    {
        QFETCH(const QString, text);
        QTEST(holdsToken(text), "holds");
    }

    void beginningsOfTokens()
    {
        for (const QString &begun : {u"apiv1_"_qs, u"for apiv12_0"_qs, u"M.V1"_qs, u"x=\"eyJ"_qs})
            QVERIFY2(mayBeginToken(begun), qPrintable(begun));
        for (const QString &other : {QString(), u"apiv"_qs, u"my_apiv1_x"_qs, u"Telegraf edge-west · OPS"_qs})
            QVERIFY2(!mayBeginToken(other), qPrintable(other));
    }
};

QTEST_GUILESS_MAIN(PastedTextTest)
#include "tst_pastedtext.moc"
