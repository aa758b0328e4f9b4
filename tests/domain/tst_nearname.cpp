// SPDX-License-Identifier: MIT
#include "domain/nearname.h"

#include <QTest>

using namespace tokenry;

class NearNameTest : public QObject
{
    Q_OBJECT

    static DatabaseCatalog catalogOf(const QStringList &names)
    {
        std::vector<Database> databases;
        for (const QString &name : names)
            databases.push_back({name, {}});
        return DatabaseCatalog(std::move(databases));
    }

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("nearest");
        QTest::newRow("listed") << "billing"
                                << "billing";
        QTest::newRow("cut short") << "billing_ev"
                                   << "billing_events";
        QTest::newRow("cut short wins over a letter exchanged") << "billing_e"
                                                                << "billing_eu";
        QTest::newRow("case") << "BILLING_EVENTS"
                              << "billing_events";
        QTest::newRow("case tells two apart") << "BILLING"
                                              << "Billing";
        QTest::newRow("a letter too few") << "biling_events"
                                          << "billing_events";
        QTest::newRow("a letter too many") << "crmm"
                                           << "crm";
        QTest::newRow("two exchanged") << "bililng_events"
                                       << "billing_events";
        QTest::newRow("another separator") << "telegraf-autogen"
                                           << "telegraf/autogen";
        QTest::newRow("plural") << "billings"
                                << "billing";
        QTest::newRow("accent") << "gebuhren"
                                << "gebühren";
        QTest::newRow("other number") << "site_9"
                                      << "";
        QTest::newRow("same number, slip") << "siet_12"
                                           << "site_12";
        QTest::newRow("a mere beginning") << "tele"
                                          << "";
        QTest::newRow("another ending") << "crm_old"
                                        << "";
        QTest::newRow("too short to guess") << "cr"
                                            << "";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("far too long") << QString(5000, u'b') << "";
        // Shorter once its case is folded.
        QTest::newRow("longer than it looks") << QString(110, u'\u1e9e') << "";
        QTest::newRow("nothing like it") << "warehouse"
                                         << "";
    }

    void finds()
    {
        QFETCH(QString, written);
        QFETCH(QString, nearest);
        const DatabaseCatalog catalog =
            catalogOf({u"Billing"_qs, u"billing"_qs, u"billing_events"_qs, u"billing_eu"_qs, u"crm"_qs,
                       u"crm_raw"_qs, u"telegraf/autogen"_qs, u"gebühren"_qs, u"site_7"_qs, u"site_12"_qs});
        const auto found = nearestName(catalog, written);
        QCOMPARE(found ? catalog.name(*found) : QString(), nearest);
    }

    void findsNothingInNothing() { QVERIFY(!nearestName(DatabaseCatalog(), u"billing"_qs)); }

    void passesOverWhatCannotBePermitted()
    {
        const QString longest(64, u'x');
        QVERIFY(!nearestName(catalogOf({u"*"_qs, longest + u'y'}), longest));
        const DatabaseCatalog catalog = catalogOf({u"*"_qs, longest + u'y', u"yy"_qs + longest.mid(2)});
        const auto found = nearestName(catalog, longest);
        QVERIFY(found);
        QCOMPARE(catalog.name(*found), u"yy"_qs + longest.mid(2));
    }

    void looksThroughTenThousand()
    {
        QStringList names;
        for (int i = 0; i < 10'000; ++i)
            names += u"plant_%1_line_sensors"_qs.arg(i);
        names += u"plant_overview"_qs;
        const DatabaseCatalog catalog = catalogOf(names);
        // As many as a long list that was written for another cluster.
        for (int i = 0; i < 50; ++i)
            QVERIFY(!nearestName(catalog, u"plant_%1_line_sensors"_qs.arg(20'000 + i)));
        const auto found = nearestName(catalog, u"plant_overveiw"_qs);
        QVERIFY(found);
        QCOMPARE(catalog.name(*found), u"plant_overview"_qs);
    }
};

QTEST_GUILESS_MAIN(NearNameTest)
#include "tst_nearname.moc"
