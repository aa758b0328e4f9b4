// SPDX-License-Identifier: MIT
#include "models/permissiontablemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tokenry;
using Model = PermissionTableModel;

namespace
{

Permission on(const QString &name, Action action)
{
    return {*Resource::database(name), action};
}

} // namespace

class TestPermissionTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyWithoutPermissions();
    void ordersByWeight();
    void tellsWhatIsPermitted();
    void knowsMissingDatabases();
};

void TestPermissionTableModel::isEmptyWithoutPermissions()
{
    Model model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    model.show({}, nullptr);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), int(Model::columns));
}

void TestPermissionTableModel::ordersByWeight()
{
    Model model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.show(PermissionSet({on(u"a"_qs, Action::Read),
                              on(u"c"_qs, Action::Write),
                              on(u"b10"_qs, Action::Write),
                              on(u"b9"_qs, Action::Write),
                              {Resource::allDatabases(), Action::Read}}),
               nullptr);
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names += model.index(row, Model::NameColumn).data(Model::NameRole).toString();
    QCOMPARE(names, (QStringList{u"*"_qs, u"b9"_qs, u"b10"_qs, u"c"_qs, u"a"_qs}));
    QVERIFY(model.index(0, 0).data(Model::AllDatabasesRole).toBool());
    QVERIFY(!model.index(1, 0).data(Model::AllDatabasesRole).toBool());
}

void TestPermissionTableModel::tellsWhatIsPermitted()
{
    Model model;
    model.show(
        PermissionSet({on(u"a"_qs, Action::Read), on(u"b"_qs, Action::Read), on(u"b"_qs, Action::Write)}),
        nullptr);
    QCOMPARE(model.index(0, Model::NameColumn).data().toString(), u"b"_qs);
    QVERIFY(model.index(0, Model::ReadColumn).data(Model::PermittedRole).toBool());
    QVERIFY(model.index(0, Model::WriteColumn).data(Model::PermittedRole).toBool());
    QVERIFY(model.index(1, Model::ReadColumn).data(Model::PermittedRole).toBool());
    QVERIFY(!model.index(1, Model::WriteColumn).data(Model::PermittedRole).toBool());
    QVERIFY(!model.index(1, Model::NameColumn).data(Model::WriteRole).toBool());
    QVERIFY(!model.index(0, Model::ReadColumn).flags().testFlag(Qt::ItemIsUserCheckable));
}

void TestPermissionTableModel::knowsMissingDatabases()
{
    Model model;
    const auto catalog = std::make_shared<const DatabaseCatalog>(std::vector<Database>{{u"a"_qs, {}}});
    model.show(PermissionSet({on(u"a"_qs, Action::Read),
                              on(u"gone"_qs, Action::Read),
                              {Resource::allDatabases(), Action::Write}}),
               catalog);
    QVERIFY(!model.index(0, 0).data(Model::NotListedRole).toBool());
    QVERIFY(!model.index(1, 0).data(Model::NotListedRole).toBool());
    QVERIFY(model.index(2, 0).data(Model::NotListedRole).toBool());
    QCOMPARE(model.index(0, 0).data(Model::DatabasesTodayRole).toInt(), 1);
    model.setCatalog(nullptr);
    QVERIFY(!model.index(2, 0).data(Model::NotListedRole).toBool());
    QVERIFY(!model.index(0, 0).data(Model::DatabasesTodayRole).isValid());
}

QTEST_GUILESS_MAIN(TestPermissionTableModel)
#include "tst_permissiontablemodel.moc"
