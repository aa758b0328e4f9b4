// SPDX-License-Identifier: MIT
#include "domain/keychainitem.h"

#include <QTest>

using namespace tokenry;

class KeychainItemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposesANameThatIsOne_data()
    {
        QTest::addColumn<QString>("description");
        QTest::addColumn<QString>("name");
        QTest::newRow("words") << u"Telegraf edge-west · team:ops · OPS-1412"_qs
                               << u"telegraf_edge_west_team_ops_ops_1412"_qs;
        QTest::newRow("accents") << u"Café Zürich"_qs << u"cafe_zurich"_qs;
        QTest::newRow("nothing to use") << u"日本"_qs << u"token"_qs;
        QTest::newRow("reserved ending") << u"collector next"_qs << u"collector_next_token"_qs;
        QTest::newRow("ends behind a word") << u"Grafana dashboards of the platform team in Frankfurt"_qs
                                            << u"grafana_dashboards_of_the_platform_team"_qs;
        QTest::newRow("ends behind its 40th character") << u"Telegraf on the edge gateways north west EU"_qs
                                                        << u"telegraf_on_the_edge_gateways_north_west"_qs;
        QTest::newRow("a short word, a long one")
            << u"ab "_qs + QString(100, u'c') << u"ab_"_qs + QString(37, u'c');
        QTest::newRow("long") << QString(100, u'a') << QString(40, u'a');
        QTest::newRow("markup") << u"<b>x</b>"_qs << u"b_x_b"_qs;
    }

    void proposesANameThatIsOne()
    {
        QFETCH(QString, description);
        QFETCH(QString, name);
        QCOMPARE(keychainNameFor(description), name);
        QVERIFY(isKeychainName(keychainNameFor(description)));
    }

    void knowsNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("valid");
        QTest::newRow("plain") << u"telegraf_West2"_qs << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("dash") << u"a-b"_qs << false;
        QTest::newRow("newline") << u"a\n"_qs << false;
        QTest::newRow("umlaut") << u"\u00fc"_qs << false;
        QTest::newRow("next") << u"a_next"_qs << false;
        QTest::newRow("prev") << u"a_prev"_qs << false;
        QTest::newRow("64") << QString(64, u'a') << true;
        QTest::newRow("65") << QString(65, u'a') << false;
    }

    void knowsNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, valid);
        QCOMPARE(isKeychainName(name), valid);
    }

    void countsOn()
    {
        QCOMPARE(nextKeychainName(u"x"_qs), u"x_2"_qs);
        QCOMPARE(nextKeychainName(u"x_2"_qs), u"x_3"_qs);
        QCOMPARE(nextKeychainName(u"x_9"_qs), u"x_10"_qs);
        QCOMPARE(nextKeychainName(u"x_99"_qs), u"x_100"_qs);
        QCOMPARE(nextKeychainName(QString(64, u'x')), QString(62, u'x') + u"_2"_qs);
        QCOMPARE(nextKeychainName(u"ops_1412"_qs), u"ops_1412_2"_qs);
    }
};

QTEST_GUILESS_MAIN(KeychainItemTest)
#include "tst_keychainitem.moc"
