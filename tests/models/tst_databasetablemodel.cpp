// SPDX-License-Identifier: MIT
#include "models/databasetablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace tokenry;
using Model = DatabaseTableModel;

namespace
{

DatabaseCatalog::Ptr cluster()
{
    using namespace std::chrono;
    return std::make_shared<const DatabaseCatalog>(std::vector<Database>{{u"db10"_qs, hours(24)},
                                                                         {u"db9"_qs, hours(0)},
                                                                         {u"billing_test"_qs, hours(48)},
                                                                         {u"billing"_qs, hours(24)}});
}

struct Fixture
{
    DraftEditor editor;
    Model model{editor};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    explicit Fixture(bool filled = true)
    {
        if (filled)
            editor.setCatalog(cluster());
    }

    [[nodiscard]] QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names += model.index(row, Model::NameColumn).data(Model::NameRole).toString();
        return names;
    }

    [[nodiscard]] QModelIndex cell(const QString &name, Action action) const
    {
        return model.index(model.shownAt(*editor.selection().find(name)), Model::columnOf(action));
    }

    void tick(const QString &name, Action action)
    {
        editor.tick(action, std::array{*editor.selection().find(name)}, true);
    }
};

/// db9: 2 read, 1 writes; billing: 1 reads; gone: 1 reads.
Access::Ptr tokens()
{
    const auto on = [](const QString &name) {
        return *Resource::database(name);
    };
    Token one;
    one.permissions = PermissionSet({{on(u"db9"_qs), Action::Read}, {on(u"db9"_qs), Action::Write}});
    Token other;
    other.permissions = PermissionSet(
        {{on(u"db9"_qs), Action::Read}, {on(u"billing"_qs), Action::Read}, {on(u"gone"_qs), Action::Read}});
    return std::make_shared<const Access>(std::vector<Token>{one, other}, QDateTime());
}

} // namespace

class TestDatabaseTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst();
    void filters_data();
    void filters();
    void sorts_data();
    void sorts();
    void nothingIsMissingInAListThatWasNotRead();
    void typedNamesStandAmongTheOthers();
    void setDataTicks();
    void tellsOnlyTheCellsThatChanged();
    void ticksVisibleRowsOnly();
    void wildcardIsInherited();
    void unusableNamesCannotBeTicked();
    void sortKeepsPersistentIndexes();
    void ticksDoNotMoveRows();
    void saysWhoElse();
    void sortsByWhoElse_data();
    void sortsByWhoElse();
    void newsOfWhoElseMovesRowsOnlyWhereSortedByIt();
    void knowsTheNameThatIsMeant();
};

void TestDatabaseTableModel::isEmptyAtFirst()
{
    Fixture f(false);
    QCOMPARE(f.model.rowCount(), 0);
    QCOMPARE(f.model.columnCount(), int(Model::columns));
    QCOMPARE(f.model.visibleState(Action::Read), Qt::Unchecked);
    f.model.tickVisible(Action::Read, true);
    f.editor.setAllDatabases(Action::Read, true);
    f.model.setFilter(u"x"_qs);
    f.model.sort(Model::WriteColumn);
    QCOMPARE(f.model.rowCount(), 0);
    QCOMPARE(f.model.hiddenPermitted(), 0);
}

void TestDatabaseTableModel::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("none") << QString()
                          << QStringList{u"billing"_qs, u"billing_test"_qs, u"db9"_qs, u"db10"_qs};
    QTest::newRow("glob and not") << u"bill* -test"_qs << QStringList{u"billing"_qs};
    QTest::newRow("no match") << u"crm"_qs << QStringList();
    QTest::newRow("case") << u"DB"_qs << QStringList{u"db9"_qs, u"db10"_qs};
}

void TestDatabaseTableModel::filters()
{
    QFETCH(const QString, filter);
    Fixture f;
    f.model.setFilter(filter);
    QTEST(f.shown(), "expected");
    f.model.setFilter({});
    QCOMPARE(f.model.rowCount(), 4);
}

void TestDatabaseTableModel::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("expected");
    const QString a = u"billing"_qs;
    const QString t = u"billing_test"_qs;
    const QString d9 = u"db9"_qs;
    const QString d10 = u"db10"_qs;
    QTest::newRow("name") << int(Model::NameColumn) << Qt::AscendingOrder << QStringList{a, t, d9, d10};
    QTest::newRow("name down") << int(Model::NameColumn) << Qt::DescendingOrder << QStringList{d10, d9, t, a};
    QTest::newRow("read") << int(Model::ReadColumn) << Qt::AscendingOrder << QStringList{t, d10, a, d9};
    QTest::newRow("read down") << int(Model::ReadColumn) << Qt::DescendingOrder << QStringList{a, d9, t, d10};
    QTest::newRow("write") << int(Model::WriteColumn) << Qt::AscendingOrder << QStringList{d9, a, t, d10};
    QTest::newRow("retention") << int(Model::RetentionColumn) << Qt::AscendingOrder
                               << QStringList{a, d10, t, d9};
    QTest::newRow("retention down") << int(Model::RetentionColumn) << Qt::DescendingOrder
                                    << QStringList{d9, t, a, d10};
    QTest::newRow("no such column") << -1 << Qt::DescendingOrder << QStringList{a, t, d9, d10};
}

void TestDatabaseTableModel::sorts()
{
    QFETCH(const int, column);
    QFETCH(const Qt::SortOrder, order);
    Fixture f;
    f.tick(u"db10"_qs, Action::Read);
    f.tick(u"billing_test"_qs, Action::Read);
    f.tick(u"db9"_qs, Action::Write);
    f.model.sort(column, order);
    QTEST(f.shown(), "expected");
}

void TestDatabaseTableModel::nothingIsMissingInAListThatWasNotRead()
{
    Fixture f(false);
    QVERIFY(f.editor.addTyped(u"billing"_qs).has_value());
    QVERIFY(!f.model.index(0, Model::NameColumn).data(Model::MissingRole).toBool());
    QCOMPARE(f.model.countOf(Model::Show::Problems), 0);
    f.editor.setCatalog(std::make_shared<const DatabaseCatalog>());
    QVERIFY(f.model.index(0, Model::NameColumn).data(Model::MissingRole).toBool());
    QCOMPARE(f.model.countOf(Model::Show::Problems), 1);
    // The profile leads to another cluster now.
    f.editor.forgetCatalog();
    QVERIFY(!f.model.index(0, Model::NameColumn).data(Model::MissingRole).toBool());
    QCOMPARE(f.model.countOf(Model::Show::Problems), 0);
}

void TestDatabaseTableModel::typedNamesStandAmongTheOthers()
{
    Fixture f;
    const auto row = f.editor.addTyped(u"Billing_ev"_qs);
    QVERIFY(row.has_value());
    QCOMPARE(f.shown(),
             (QStringList{u"billing"_qs, u"Billing_ev"_qs, u"billing_test"_qs, u"db9"_qs, u"db10"_qs}));
    const QModelIndex name = f.model.index(1, Model::NameColumn);
    QVERIFY(name.data(Model::MissingRole).toBool());
    QVERIFY(!name.data(Model::RetentionRole).isValid());
    QVERIFY(!f.model.index(0, 0).data(Model::MissingRole).toBool());
    f.model.setFilter(u"billing_EV"_qs);
    QCOMPARE(f.shown(), QStringList{u"Billing_ev"_qs});
    f.model.sort(Model::RetentionColumn, Qt::DescendingOrder);
    f.model.setFilter({});
    QCOMPARE(f.shown().last(), u"Billing_ev"_qs);
    f.editor.removeTyped(std::array{*row});
    QCOMPARE(f.model.rowCount(), 4);
}

void TestDatabaseTableModel::setDataTicks()
{
    Fixture f;
    const QModelIndex cell = f.cell(u"db9"_qs, Action::Write);
    QVERIFY(cell.flags().testFlag(Qt::ItemIsUserCheckable));
    QCOMPARE(cell.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(f.model.setData(cell, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(cell.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(f.editor.selection().permissions().databases(Action::Write), QStringList{u"db9"_qs});
    QVERIFY(!f.model.setData(cell, u"x"_qs, Qt::EditRole));
    QVERIFY(!f.model.setData(cell.siblingAtColumn(Model::NameColumn), Qt::Checked, Qt::CheckStateRole));
}

void TestDatabaseTableModel::tellsOnlyTheCellsThatChanged()
{
    Fixture f;
    QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&f.model, &QAbstractItemModel::modelReset);
    f.tick(u"db9"_qs, Action::Read);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex(), f.model.index(2, Model::ReadColumn));
    QCOMPARE(changed[0][1].toModelIndex(), f.model.index(2, Model::WriteColumn));
    f.model.setFilter(u"bill"_qs);
    QCOMPARE(reset.size(), 1);
    f.tick(u"db10"_qs, Action::Read);
    QCOMPARE(changed.size(), 1);
    f.model.tickVisible(Action::Write, true);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(reset.size(), 1);
}

void TestDatabaseTableModel::ticksVisibleRowsOnly()
{
    Fixture f;
    f.tick(u"db9"_qs, Action::Read);
    f.model.setFilter(u"bill"_qs);
    QCOMPARE(f.model.visibleState(Action::Read), Qt::Unchecked);
    QCOMPARE(f.model.hiddenPermitted(), 1);
    f.tick(u"billing"_qs, Action::Read);
    QCOMPARE(f.model.visibleState(Action::Read), Qt::PartiallyChecked);
    f.model.tickVisible(Action::Read, true);
    QCOMPARE(f.model.visibleState(Action::Read), Qt::Checked);
    QCOMPARE(f.model.visibleTicked(Action::Read), 2);
    QCOMPARE(f.editor.selection().permissions().databases(Action::Read),
             (QStringList{u"billing"_qs, u"billing_test"_qs, u"db9"_qs}));
    f.model.tickVisible(Action::Read, false);
    QCOMPARE(f.editor.selection().permissions().databases(Action::Read), QStringList{u"db9"_qs});
    f.editor.undo();
    QCOMPARE(f.model.visibleTicked(Action::Read), 2);
}

void TestDatabaseTableModel::wildcardIsInherited()
{
    Fixture f;
    f.tick(u"db9"_qs, Action::Read);
    f.editor.setAllDatabases(Action::Read, true);
    for (int row = 0; row < f.model.rowCount(); ++row) {
        const QModelIndex read = f.model.index(row, Model::ReadColumn);
        QVERIFY(read.data(Model::InheritedRole).toBool());
        QCOMPARE(read.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QVERIFY(!read.flags().testFlag(Qt::ItemIsUserCheckable));
        QVERIFY(!f.model.setData(read, Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!f.model.index(row, Model::WriteColumn).data(Model::InheritedRole).toBool());
    }
    f.model.tickVisible(Action::Read, false);
    f.model.setFilter(u"bill"_qs);
    QCOMPARE(f.model.hiddenPermitted(), 0);
    f.editor.setAllDatabases(Action::Read, false);
    QCOMPARE(f.model.hiddenPermitted(), 1);
    QCOMPARE(f.editor.selection().permissions().databases(Action::Read), QStringList{u"db9"_qs});
}

void TestDatabaseTableModel::unusableNamesCannotBeTicked()
{
    Fixture f(false);
    f.editor.setCatalog(
        std::make_shared<const DatabaseCatalog>(std::vector<Database>{{u"*"_qs, {}}, {u"a"_qs, {}}}));
    const QModelIndex star = f.cell(u"*"_qs, Action::Write);
    QVERIFY(!star.data(Model::UsableRole).toBool());
    QVERIFY(!star.flags().testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(!f.model.setData(star, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(f.model.visibleUsable(), 1);
    f.model.tickVisible(Action::Write, true);
    QCOMPARE(f.model.visibleState(Action::Write), Qt::Checked);
    QCOMPARE(star.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
}

void TestDatabaseTableModel::sortKeepsPersistentIndexes()
{
    Fixture f;
    const QPersistentModelIndex cell = f.cell(u"billing_test"_qs, Action::Write);
    f.model.sort(Model::NameColumn, Qt::DescendingOrder);
    QCOMPARE(cell.row(), 2);
    QCOMPARE(cell.column(), int(Model::WriteColumn));
    QCOMPARE(cell.data(Model::NameRole).toString(), u"billing_test"_qs);
}

void TestDatabaseTableModel::ticksDoNotMoveRows()
{
    Fixture f;
    f.model.sort(Model::ReadColumn);
    const QStringList before = f.shown();
    f.tick(u"db10"_qs, Action::Read);
    QCOMPARE(f.shown(), before);
    f.model.sort(Model::ReadColumn);
    QCOMPARE(f.shown().first(), u"db10"_qs);
}

void TestDatabaseTableModel::saysWhoElse()
{
    Fixture f;
    const auto of = [&](const QString &name, int role) {
        return f.cell(name, Action::Read).siblingAtColumn(Model::WhoElseColumn).data(role);
    };
    QVERIFY(!of(u"db9"_qs, Model::ReadersRole).isValid());
    QVERIFY(!of(u"db9"_qs, Model::WritersRole).isValid());
    QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
    QSignalSpy header(&f.model, &QAbstractItemModel::headerDataChanged);
    f.model.setAccess(tokens());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(header.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().column(), int(Model::WhoElseColumn));
    QCOMPARE(of(u"db9"_qs, Model::ReadersRole).toInt(), 2);
    QCOMPARE(of(u"db9"_qs, Model::WritersRole).toInt(), 1);
    QCOMPARE(of(u"db10"_qs, Model::ReadersRole), QVariant(0));
    QVERIFY(f.editor.addTyped(u"gone"_qs).has_value());
    QCOMPARE(of(u"gone"_qs, Model::ReadersRole).toInt(), 1);
    f.model.setAccess(nullptr);
    QVERIFY(!of(u"db9"_qs, Model::ReadersRole).isValid());
}

void TestDatabaseTableModel::sortsByWhoElse_data()
{
    QTest::addColumn<bool>("known");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("expected");
    const QStringList byName{u"billing"_qs, u"billing_test"_qs, u"db9"_qs, u"db10"_qs};
    QTest::newRow("fewest first") << true << Qt::AscendingOrder
                                  << QStringList{u"billing_test"_qs, u"db10"_qs, u"billing"_qs, u"db9"_qs};
    QTest::newRow("most first") << true << Qt::DescendingOrder
                                << QStringList{u"db9"_qs, u"billing"_qs, u"billing_test"_qs, u"db10"_qs};
    QTest::newRow("not known") << false << Qt::DescendingOrder << byName;
}

void TestDatabaseTableModel::sortsByWhoElse()
{
    QFETCH(const bool, known);
    QFETCH(const Qt::SortOrder, order);
    Fixture f;
    f.model.setAccess(known ? tokens() : nullptr);
    f.model.sort(Model::WhoElseColumn, order);
    QTEST(f.shown(), "expected");
}

void TestDatabaseTableModel::newsOfWhoElseMovesRowsOnlyWhereSortedByIt()
{
    Fixture f;
    const QPersistentModelIndex db9 = f.cell(u"db9"_qs, Action::Read);
    QCOMPARE(db9.row(), 2);
    f.model.setAccess(tokens());
    QCOMPARE(db9.row(), 2);
    f.model.setAccess(nullptr);
    f.model.sort(Model::WhoElseColumn, Qt::DescendingOrder);
    QCOMPARE(db9.row(), 2);
    f.model.setAccess(tokens());
    QCOMPARE(db9.row(), 0);
}

void TestDatabaseTableModel::knowsTheNameThatIsMeant()
{
    Fixture f;
    const auto of = [&](const QString &name) {
        return f.cell(name, Action::Read).data(Model::NearNameRole).toString();
    };
    QVERIFY(f.editor.addTyped(u"billing_tst"_qs).has_value());
    QVERIFY(f.editor.addTyped(u"nothing like it"_qs).has_value());
    QCOMPARE(of(u"billing_tst"_qs), u"billing_test"_qs);
    QCOMPARE(of(u"nothing like it"_qs), QString());
    QCOMPARE(of(u"billing"_qs), QString());
    // Another list of databases, another answer.
    f.editor.setCatalog(std::make_shared<const DatabaseCatalog>(std::vector<Database>{{u"db9"_qs, {}}}));
    QCOMPARE(of(u"billing_tst"_qs), QString());
}

QTEST_GUILESS_MAIN(TestDatabaseTableModel)
#include "tst_databasetablemodel.moc"
