// SPDX-License-Identifier: MIT
#include "domain/permissionselection.h"

#include <QTest>

using namespace tokenry;

namespace
{

DatabaseCatalog::Ptr catalogOf(const QStringList &names)
{
    std::vector<Database> databases;
    for (const QString &name : names)
        databases.push_back({name, {}});
    return std::make_shared<const DatabaseCatalog>(std::move(databases));
}

/// "r:billing w:*", in order.
QString described(const PermissionSet &set)
{
    QStringList parts;
    for (const Permission &permission : set.permissions())
        parts += (permission.action == Action::Read ? u"r:"_qs : u"w:"_qs) + permission.resource.name();
    return parts.join(u' ');
}

} // namespace

class PermissionSelectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTicks()
    {
        PermissionSelection selection(catalogOf({u"a"_qs, u"b"_qs, u"c"_qs}));
        QVERIFY(selection.isEmpty());
        selection.tick(Action::Read, 0, true);
        selection.tick(Action::Read, 0, true);
        selection.tick(Action::Write, 2, true);
        QCOMPARE(selection.tickedCount(Action::Read), 1);
        QCOMPARE(described(selection.permissions()), u"r:a w:c"_qs);
        selection.tick(Action::Read, 0, false);
        QCOMPARE(selection.tickedCount(Action::Read), 0);
        QVERIFY(!selection.isEmpty());
    }

    void aWildcardKeepsTicksButDoesNotSendThem()
    {
        PermissionSelection selection(catalogOf({u"a"_qs, u"b"_qs}));
        selection.tick(Action::Read, 0, true);
        selection.tick(Action::Write, 1, true);
        selection.setAllDatabases(Action::Read, true);
        QCOMPARE(described(selection.permissions()), u"r:* w:b"_qs);
        selection.setAllDatabases(Action::Read, false);
        QCOMPARE(described(selection.permissions()), u"r:a w:b"_qs);
    }

    void typedNamesAreFoundAfterOneWentAway()
    {
        PermissionSelection selection(catalogOf({u"a"_qs}));
        for (const QString &name : {u"x"_qs, u"y"_qs, u"z"_qs})
            QVERIFY(selection.addTyped(name).has_value());
        selection.removeTyped(*selection.find(u"y"_qs));
        QVERIFY(!selection.find(u"y"_qs));
        QCOMPARE(selection.find(u"x"_qs), 1);
        QCOMPARE(selection.find(u"z"_qs), 2);
        QCOMPARE(selection.name(2), u"z"_qs);
        QCOMPARE(*selection.addTyped(u"y"_qs), 3);
    }

    void allIsNotEach()
    {
        PermissionSelection selection(catalogOf({u"a"_qs, u"b"_qs}));
        const std::vector<PermissionSelection::Row> rows{0, 1};
        selection.tick(Action::Read, rows, true);
        QCOMPARE(described(selection.permissions()), u"r:a r:b"_qs);
        selection.setAllDatabases(Action::Read, true);
        selection.tick(Action::Read, 1, false);
        selection.setAllDatabases(Action::Read, false);
        QCOMPARE(described(selection.permissions()), u"r:a"_qs);
    }

    void typedNamesAreFlaggedAndCounted()
    {
        PermissionSelection selection(catalogOf({u"a"_qs}));
        const auto row = selection.addTyped(u"later"_qs);
        QVERIFY(row.has_value());
        QVERIFY(selection.isTyped(*row));
        selection.tick(Action::Write, *row, true);
        QCOMPARE(described(selection.permissions()), u"w:later"_qs);
        QCOMPARE(selection.addTyped(u"later"_qs), row);
        QCOMPARE(selection.addTyped(u"a"_qs).value(), 0);
        selection.removeTyped(*row);
        QCOMPARE(selection.tickedCount(Action::Write), 0);
        QVERIFY(selection.isEmpty());
    }

    void refusesNamesThatCannotBeSent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("fault");
        QTest::newRow("empty") << QString() << int(Resource::Fault::Empty);
        QTest::newRow("means all") << u"*"_qs << int(Resource::Fault::MeansAllDatabases);
        QTest::newRow("65 characters") << QString(65, u'x') << int(Resource::Fault::TooLong);
        QTest::newRow("64 characters") << QString(64, u'x') << -1;
        QTest::newRow("64 characters outside the BMP")
            << QString::fromUtf8("\xf0\x9f\x94\x91").repeated(64) << -1;
        QTest::newRow("slash") << u"telegraf/autogen"_qs << -1;
        QTest::newRow("leading underscore") << u"_internal"_qs << -1;
    }

    void refusesNamesThatCannotBeSent()
    {
        QFETCH(QString, name);
        QFETCH(int, fault);
        PermissionSelection selection;
        const auto row = selection.addTyped(name);
        QCOMPARE(row ? -1 : int(row.error()), fault);
    }

    void followsANewerCatalog()
    {
        PermissionSelection selection(catalogOf({u"a"_qs, u"b"_qs, u"c"_qs}));
        selection.tick(Action::Read, 1, true);
        selection.tick(Action::Write, 2, true);
        const auto typed = selection.addTyped(u"d"_qs);
        selection.tick(Action::Read, *typed, true);
        selection.setAllDatabases(Action::Write, true);

        const PermissionSelection moved = selection.over(catalogOf({u"c"_qs, u"d"_qs, u"e"_qs}));
        QCOMPARE(described(moved.permissions()), u"w:* r:b r:d"_qs);
        QVERIFY(moved.isTyped(*moved.find(u"b"_qs)));
        QVERIFY(!moved.isTyped(*moved.find(u"d"_qs)));
        QVERIFY(moved.isTicked(Action::Write, *moved.find(u"c"_qs)));
        QVERIFY(moved.allDatabases(Action::Write));
    }

    void permissionsAreSortedAndUnique()
    {
        const auto named = [](const char *name) {
            return *Resource::database(QString::fromUtf8(name));
        };
        const PermissionSet set({{named("db10"), Action::Write},
                                 {named("db9"), Action::Write},
                                 {named("db9"), Action::Read},
                                 {Resource::allDatabases(), Action::Read},
                                 {named("db9"), Action::Read}});
        QCOMPARE(described(set), u"r:* r:db9 w:db9 w:db10"_qs);
        QCOMPARE(set.rows().size(), 3U);
        QVERIFY(set.permitsAllDatabases(Action::Read));
        QVERIFY(!set.permitsAllDatabases(Action::Write));
        QCOMPARE(set.databases(Action::Write), QStringList({u"db9"_qs, u"db10"_qs}));
        QVERIFY(set.contains({named("db9"), Action::Write}));
        QVERIFY(!set.contains({named("db10"), Action::Read}));
    }
};

QTEST_GUILESS_MAIN(PermissionSelectionTest)
#include "tst_permissionselection.moc"
