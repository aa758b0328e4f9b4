// SPDX-License-Identifier: MIT
#include "ui/compose/composefixture.h"

#include <QHeaderView>
#include <QMenu>

using namespace tokenry;

namespace
{

constexpr int nameColumn = DatabaseTable::NameColumn;
constexpr int readColumn = DatabaseTable::ReadColumn;
constexpr int writeColumn = DatabaseTable::WriteColumn;

} // namespace

class TestPermissionGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysActOnTheSelection_data();
    void keysActOnTheSelection();
    void aSecondKeyPressTakesBack();
    void partlyTickedIsTickedFirst();
    void clickTicksOneCell();
    void clickOnTheNameTicksNothing();
    void draggingTicksNothing();
    void shiftClickTicksARange();
    void shiftClickUnticksARange();
    void controlClickOnlySelects();
    void deleteForgetsTypedNames();
    void slashGoesToTheFilter();
    void keepsACurrentCell();
    void tellsScreenReaders();
    void neverTakesANameForHtml();
    void menuActsOnTheSelection();
    void theArrowTellsTheTruth();
};

void TestPermissionGrid::keysActOnTheSelection_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("column");
    QTest::addColumn<QStringList>("read");
    QTest::addColumn<QStringList>("write");
    const QStringList two{u"billing"_qs, u"billing_test"_qs};
    QTest::newRow("R") << Qt::Key_R << nameColumn << two << QStringList();
    QTest::newRow("W") << Qt::Key_W << nameColumn << QStringList() << two;
    QTest::newRow("B") << Qt::Key_B << nameColumn << two << two;
    QTest::newRow("Space on the name") << Qt::Key_Space << nameColumn << two << QStringList();
    QTest::newRow("Space on Read") << Qt::Key_Space << readColumn << two << QStringList();
    QTest::newRow("Space on Write") << Qt::Key_Space << writeColumn << QStringList() << two;
}

void TestPermissionGrid::keysActOnTheSelection()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const int, column);
    ComposeFixture f;
    f.page.grid()->setFocus();
    f.page.grid()->setCurrentIndex(f.cell(u"billing"_qs, column));
    QTest::keyClick(f.page.grid(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(f.page.grid(), key);
    QTEST(f.sent(Action::Read), "read");
    QTEST(f.sent(Action::Write), "write");
    f.editor.undo();
    QVERIFY(f.editor.selection().isEmpty());
}

void TestPermissionGrid::aSecondKeyPressTakesBack()
{
    ComposeFixture f;
    f.page.grid()->setCurrentIndex(f.cell(u"crm"_qs, 0));
    QTest::keyClick(f.page.grid(), Qt::Key_B);
    QCOMPARE(f.editor.selection().permissions().size(), 2);
    QTest::keyClick(f.page.grid(), Qt::Key_B);
    QVERIFY(f.editor.selection().isEmpty());
}

void TestPermissionGrid::partlyTickedIsTickedFirst()
{
    ComposeFixture f;
    f.click(u"crm"_qs, readColumn);
    QTest::keyClick(f.page.grid(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(f.page.grid(), Qt::Key_R);
    QCOMPARE(f.sent(Action::Read).size(), 5); // all but `*`
    QVERIFY(!f.editor.selection().permissions().permitsAllDatabases(Action::Read));
    QTest::keyClick(f.page.grid(), Qt::Key_R);
    QCOMPARE(f.sent(Action::Read), QStringList());
}

void TestPermissionGrid::clickTicksOneCell()
{
    ComposeFixture f;
    f.click(u"crm"_qs, writeColumn);
    QCOMPARE(f.sent(Action::Write), QStringList{u"crm"_qs});
    QCOMPARE(f.sent(Action::Read), QStringList());
    f.click(u"crm"_qs, writeColumn);
    QVERIFY(f.editor.selection().isEmpty());
}

void TestPermissionGrid::clickOnTheNameTicksNothing()
{
    ComposeFixture f;
    f.click(u"crm"_qs, nameColumn);
    f.click(u"*"_qs, readColumn);
    QVERIFY(f.editor.selection().isEmpty());
    QVERIFY(!f.editor.canUndo());
}

void TestPermissionGrid::draggingTicksNothing()
{
    ComposeFixture f;
    QWidget *const area = f.page.grid()->viewport();
    QTest::mousePress(area, Qt::LeftButton, {}, f.page.grid()->visualRect(f.cell(u"billing"_qs, 1)).center());
    QTest::mouseRelease(area, Qt::LeftButton, {}, f.page.grid()->visualRect(f.cell(u"crm"_qs, 1)).center());
    QVERIFY(f.editor.selection().isEmpty());
}

void TestPermissionGrid::shiftClickTicksARange()
{
    ComposeFixture f;
    f.click(u"billing"_qs, readColumn);
    f.click(u"crm"_qs, readColumn, Qt::ShiftModifier);
    QCOMPARE(f.sent(Action::Read), (QStringList{u"billing"_qs, u"billing_test"_qs, u"crm"_qs}));
    QCOMPARE(f.sent(Action::Write), QStringList());
}

void TestPermissionGrid::shiftClickUnticksARange()
{
    ComposeFixture f;
    QTest::keyClick(f.page.grid(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(f.page.grid(), Qt::Key_R);
    f.click(u"billing"_qs, readColumn);
    f.click(u"crm"_qs, readColumn, Qt::ShiftModifier);
    QCOMPARE(f.sent(Action::Read), (QStringList{u"Billing"_qs, u"telegraf/autogen"_qs}));
}

void TestPermissionGrid::controlClickOnlySelects()
{
    ComposeFixture f;
    f.click(u"billing"_qs, nameColumn);
    f.click(u"crm"_qs, readColumn, Qt::ControlModifier);
    QVERIFY(f.editor.selection().isEmpty());
    QTest::keyClick(f.page.grid(), Qt::Key_W);
    QCOMPARE(f.sent(Action::Write), (QStringList{u"billing"_qs, u"crm"_qs}));
}

void TestPermissionGrid::deleteForgetsTypedNames()
{
    ComposeFixture f;
    const auto row = f.editor.addTyped(u"later"_qs);
    QVERIFY(row.has_value());
    f.page.grid()->goTo(*row);
    QTest::keyClick(f.page.grid(), Qt::Key_R);
    QCOMPARE(f.sent(Action::Read), QStringList{u"later"_qs});
    QTest::keyClick(f.page.grid(), Qt::Key_Delete);
    QVERIFY(!f.editor.selection().find(u"later"_qs));
    f.click(u"crm"_qs, nameColumn);
    QTest::keyClick(f.page.grid(), Qt::Key_Delete);
    QVERIFY(f.editor.selection().find(u"crm"_qs).has_value());
}

void TestPermissionGrid::slashGoesToTheFilter()
{
    ComposeFixture f;
    f.page.grid()->setFocus();
    QTest::keyClick(f.page.grid(), Qt::Key_Slash);
    QTRY_VERIFY(f.find<QLineEdit>(u"Filter databases"_qs)->hasFocus());
    f.page.grid()->setFocus();
    QTest::keyClick(&f.page, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(f.find<QLineEdit>(u"Filter databases"_qs)->hasFocus());
}

void TestPermissionGrid::keepsACurrentCell()
{
    ComposeFixture f;
    QVERIFY(f.page.grid()->currentIndex().isValid());
    f.click(u"crm"_qs, nameColumn);
    f.filter(u"m"_qs);
    QCOMPARE(f.page.grid()->currentIndex(), f.cell(u"crm"_qs, nameColumn));
    f.filter(u"bill"_qs);
    QCOMPARE(f.page.grid()->currentIndex(), f.cell(u"Billing"_qs, nameColumn));
    f.filter(u"nothing like it"_qs);
    QVERIFY(!f.page.grid()->isVisible());
    f.filter(QString());
    QVERIFY(f.page.grid()->isVisible());
    QVERIFY(f.page.grid()->currentIndex().isValid());
    f.editor.setCatalog(ComposeFixture::catalogOf({u"other"_qs}));
    QVERIFY(f.page.grid()->currentIndex().isValid());
}

void TestPermissionGrid::tellsScreenReaders()
{
    ComposeFixture f;
    f.click(u"crm"_qs, writeColumn);
    QAccessibleInterface *const its = QAccessible::queryAccessibleInterface(f.page.grid());
    QCOMPARE(its->text(QAccessible::Name), u"Databases"_qs);
    QAccessibleTableInterface *const table = its->tableInterface();
    QVERIFY(table);
    const int row = f.cell(u"crm"_qs, 0).row();
    const QAccessibleInterface *const read = table->cellAt(row, readColumn);
    const QAccessibleInterface *const write = table->cellAt(row, writeColumn);
    QCOMPARE(table->cellAt(row, nameColumn)->text(QAccessible::Name), u"crm"_qs);
    QCOMPARE(read->text(QAccessible::Name), u"Read on crm"_qs);
    QCOMPARE(write->text(QAccessible::Name), u"Write on crm"_qs);
    QCOMPARE(read->text(QAccessible::Description), u"Not permitted"_qs);
    QCOMPARE(write->text(QAccessible::Description), u"Permitted"_qs);
    QVERIFY(!read->state().checked);
    QVERIFY(write->state().checked);
    f.editor.setAllDatabases(Action::Read, true);
    QCOMPARE(read->text(QAccessible::Description), u"Permitted through “Read all databases”"_qs);
    QVERIFY(read->state().checked);
}

void TestPermissionGrid::neverTakesANameForHtml()
{
    ComposeFixture f;
    const QString name = u"<b>crm</b>"_qs;
    f.editor.setCatalog(ComposeFixture::catalogOf({name, u"a\u202Eb"_qs}));
    const QString tip = f.cell(name, nameColumn).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"&lt;b&gt;crm"_qs), qUtf8Printable(tip));
    QCOMPARE(f.cell(name, readColumn).data(Qt::AccessibleTextRole).toString(), u"Read on <b>crm</b>"_qs);
    QCOMPARE(f.cell(u"a\u202Eb"_qs, nameColumn).data().toString(), u"a⟨U+202E⟩b"_qs);
}

void TestPermissionGrid::menuActsOnTheSelection()
{
    ComposeFixture f;
    f.click(u"crm"_qs, nameColumn);
    QContextMenuEvent wish(QContextMenuEvent::Keyboard, {10, 10}, f.page.mapToGlobal(QPoint(10, 10)));
    QCoreApplication::sendEvent(f.page.grid()->viewport(), &wish);
    auto *const menu = f.page.grid()->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    QVERIFY(!menu->actions()[4]->isEnabled()); // no typed name is selected
    menu->actions()[1]->trigger();
    QCOMPARE(f.sent(Action::Write), QStringList{u"crm"_qs});
    menu->close();
}

void TestPermissionGrid::theArrowTellsTheTruth()
{
    ComposeFixture f;
    QHeaderView *const header = f.page.grid()->horizontalHeader();
    const auto sortByRead = [&] {
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(readColumn) + 5, header->height() / 2});
    };
    sortByRead();
    // Without a tick there is nothing to sort by.
    QCOMPARE(header->sortIndicatorSection(), nameColumn);
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    f.click(u"crm"_qs, readColumn);
    QCOMPARE(header->sortIndicatorSection(), nameColumn);
    sortByRead();
    QCOMPARE(f.cell(u"crm"_qs, 0).row(), 0);
    QCOMPARE(header->sortIndicatorSection(), readColumn);
    f.click(u"telegraf/autogen"_qs, readColumn);
    QCOMPARE(f.cell(u"crm"_qs, 0).row(), 0);
    QCOMPARE(header->sortIndicatorSection(), -1);
    // What is kept for the next start is what was asked for.
    QCOMPARE(f.page.grid()->view().sortColumn, readColumn);
    f.filter(u"-test"_qs);
    QCOMPARE(f.cell(u"telegraf/autogen"_qs, 0).row(), 1);
    QCOMPARE(header->sortIndicatorSection(), readColumn);
    f.editor.setAllDatabases(Action::Read, true);
    QCOMPARE(header->sortIndicatorSection(), readColumn);
    f.editor.setAllDatabases(Action::Read, false);
    f.click(u"Billing"_qs, readColumn);
    sortByRead();
    sortByRead();
    QCOMPARE(header->sortIndicatorSection(), readColumn);
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(f.cell(u"telegraf/autogen"_qs, 0).row(), f.page.grid()->model()->rowCount() - 1);
}

QTEST_MAIN(TestPermissionGrid)
#include "tst_permissiongrid.moc"
