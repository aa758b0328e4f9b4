// SPDX-License-Identifier: MIT
#include "domain/naturalorder.h"

#include <QTest>

using namespace tokenry;

class NaturalOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sorts_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("numbers by value") << "db9"
                                          << "db10";
        QTest::newRow("numbers inside") << "line2_raw"
                                        << "line10_raw";
        QTest::newRow("leading zeros") << "site007"
                                       << "site8";
        QTest::newRow("case aside") << "Alpha"
                                    << "beta";
        QTest::newRow("case aside, reversed") << "alpha"
                                              << "Beta";
        QTest::newRow("upper case first") << "Billing"
                                          << "billing";
        QTest::newRow("prefix first") << "billing"
                                      << "billing_events";
        QTest::newRow("underscore") << "_internal"
                                    << "a";
        QTest::newRow("long numbers") << "x99999999999999999999"
                                      << "x100000000000000000000";
        QTest::newRow("digit before letter") << "a1"
                                             << "ab";
    }

    void sorts()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QVERIFY(naturalKey(first) < naturalKey(second));
        QVERIFY(!(naturalKey(second) < naturalKey(first)));
    }

    void tellsAllNamesApart()
    {
        const QStringList names{u"a"_qs,      u"A"_qs,      u"a0"_qs,      u"a00"_qs,
                                u"\uff41"_qs, u"\u00e1"_qs, u"a\u0301"_qs, u""_qs};
        for (const QString &one : names) {
            for (const QString &other : names)
                QCOMPARE(naturalKey(one) == naturalKey(other), one == other);
        }
    }
};

QTEST_GUILESS_MAIN(NaturalOrderTest)
#include "tst_naturalorder.moc"
