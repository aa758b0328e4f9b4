// SPDX-License-Identifier: MIT
#include "domain/databasecatalog.h"

#include <QTest>

using namespace tokenry;
using namespace std::chrono_literals;

class DatabaseCatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsAndFinds()
    {
        const DatabaseCatalog catalog(
            {{u"db10"_qs, 1h}, {u"db9"_qs, 2h}, {u"Billing"_qs, 0h}, {u"billing"_qs, 3h}});
        QStringList names;
        for (DatabaseCatalog::Row row = 0; row < catalog.size(); ++row) {
            names += catalog.name(row);
            QCOMPARE(catalog.find(catalog.name(row)), std::optional(row));
        }
        QCOMPARE(names, QStringList({u"Billing"_qs, u"billing"_qs, u"db9"_qs, u"db10"_qs}));
        QCOMPARE(catalog.retention(0), 0ns);
        QCOMPARE(catalog.retention(3), std::chrono::nanoseconds(1h));
        QVERIFY(!catalog.find(u"db"_qs));
        QVERIFY(!catalog.find(u"db100"_qs));
        QVERIFY(!catalog.find(QString()));
    }

    void keepsOneOfTwoWithTheSameName()
    {
        const DatabaseCatalog catalog({{u"a"_qs, 1h}, {u"b"_qs, 1h}, {u"a"_qs, 2h}});
        QCOMPARE(catalog.size(), 2);
    }

    void mayBeEmpty()
    {
        const DatabaseCatalog catalog;
        QCOMPARE(catalog.size(), 0);
        QVERIFY(!catalog.find(u"a"_qs));
    }

    void foldsForSearching()
    {
        const DatabaseCatalog catalog({{u"Größe/RAW"_qs, 0h}});
        QCOMPARE(catalog.foldedName(0), QByteArrayView("gr\xc3\xb6\xc3\x9f"
                                                       "e/raw"));
        QCOMPARE(catalog.name(0), u"Größe/RAW"_qs);
    }
};

QTEST_GUILESS_MAIN(DatabaseCatalogTest)
#include "tst_databasecatalog.moc"
