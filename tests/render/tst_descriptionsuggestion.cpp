// SPDX-License-Identifier: MIT
#include "render/descriptionsuggestion.h"

#include <QTest>

using namespace tokenry;

class DescriptionSuggestionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<QStringList>("reads");
        QTest::addColumn<QStringList>("writes");
        QTest::addColumn<QString>("suggestion");
        const QString a = u"billing"_qs;
        const QString b = u"billing_events"_qs;
        const QString c = u"crm"_qs;
        const QString all = u"*"_qs;
        QStringList twenty{a, b};
        for (int i = 10; i < 28; ++i)
            twenty += u"site_%1"_qs.arg(i);
        QTest::newRow("nothing") << QStringList() << QStringList() << QString();
        QTest::newRow("one") << QStringList{a} << QStringList() << u"billing – read 1"_qs;
        QTest::newRow("two") << QStringList{a} << QStringList{b}
                             << u"billing and billing_events – write 1, read 1"_qs;
        QTest::newRow("three") << QStringList{a, b, c} << QStringList{c}
                               << u"billing, billing_events and crm – write 1, read 3"_qs;
        QTest::newRow("many") << twenty << twenty.mid(0, 3)
                              << u"billing, billing_events and 18 more – write 3, read 20"_qs;
        QTest::newRow("all") << QStringList{all} << QStringList{all}
                             << u"all databases – write all, read all"_qs;
        QTest::newRow("read all") << QStringList{all, c} << QStringList{a, b}
                                  << u"all databases – write 2, read all"_qs;
        QTest::newRow("names not listed")
            << QStringList{u"later"_qs} << QStringList() << u"later – read 1"_qs;
    }

    void says()
    {
        QFETCH(QStringList, reads);
        QFETCH(QStringList, writes);
        std::vector<Database> databases;
        for (const QString &name : {u"billing"_qs, u"billing_events"_qs, u"crm"_qs})
            databases.push_back({name, {}});
        PermissionSelection selection(std::make_shared<const DatabaseCatalog>(std::move(databases)));
        const auto permit = [&](Action action, const QStringList &names) {
            for (const QString &name : names) {
                if (name == u"*"_qs)
                    selection.setAllDatabases(action, true);
                else
                    selection.tick(action, *selection.addTyped(name), true);
            }
        };
        permit(Action::Read, reads);
        permit(Action::Write, writes);
        QTEST(descriptionSuggestion(selection), "suggestion");
    }
};

QTEST_GUILESS_MAIN(DescriptionSuggestionTest)
#include "tst_descriptionsuggestion.moc"
