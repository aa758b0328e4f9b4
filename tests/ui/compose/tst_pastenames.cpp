// SPDX-License-Identifier: MIT
#include "composefixture.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace tokenry;

/// Paste names…: the dialog, what it says and what it does to the draft.
class PasteNamesTest : public QObject
{
    Q_OBJECT

    /// The dialog that is open.
    struct Dialog
    {
        QWidget *widget = QApplication::activeModalWidget();
        QAbstractItemModelTester tester{find<QTableView>(u"Recognised names"_qs)->model(),
                                        QAbstractItemModelTester::FailureReportingMode::Fatal};

        template <class Widget>
        Widget *find(const QString &name) const
        {
            for (Widget *const each : widget->findChildren<Widget *>()) {
                if (each->accessibleName() == name || each->property("text").toString() == name)
                    return each;
            }
            qFatal("Nothing in the dialog is called %s", qUtf8Printable(name));
        }
        void write(const QString &text) const { find<QPlainTextEdit>(u"Names"_qs)->setPlainText(text); }
        void click(const QString &name) const { find<QAbstractButton>(name)->click(); }
        QString answer() const { return find<QLabel>(u"Matches"_qs)->text(); }
        QString cell(int row, int column) const
        {
            return find<QTableView>(u"Recognised names"_qs)->model()->index(row, column).data().toString();
        }
        int rows() const { return find<QTableView>(u"Recognised names"_qs)->model()->rowCount(); }
    };

    static void open(ComposeFixture &f) { f.find<QPushButton>(u"Paste names…"_qs)->click(); }

private Q_SLOTS:
    void answersLineByLine()
    {
        ComposeFixture f;
        open(f);
        const Dialog dialog;
        QCOMPARE(dialog.answer(), u"No names yet."_qs);
        QVERIFY(!dialog.find<QPushButton>(u"Permit"_qs)->isEnabled());
        dialog.write(u"billing rw\ncrm\nbiling_test\ncrm_old\n*"_qs);
        QCOMPARE(dialog.answer(), u"2 matched; “biling_test” → billing_test?; “crm_old” is not on this "
                                  "cluster; 1 cannot be permitted."_qs);
        QCOMPARE(dialog.rows(), 5);
        QCOMPARE(dialog.cell(0, matchColumn), u"billing_test?"_qs);
        QCOMPARE(dialog.cell(1, matchColumn), u"not on this cluster"_qs);
        QCOMPARE(dialog.cell(2, matchColumn), u"means every database: see “Read all databases”"_qs);
        QCOMPARE(dialog.cell(3, 0), u"billing"_qs);
        QCOMPARE(dialog.cell(3, 1), u"read, write"_qs);
        QCOMPARE(dialog.cell(4, 1), u"read"_qs);
        QCOMPARE(dialog.find<QPushButton>(u"Permit"_qs)->text(), u"Permit 2 databases"_qs);
        // Nothing before it is said.
        QVERIFY(f.editor.selection().isEmpty());
        dialog.click(u"Permit"_qs);
        QCOMPARE(f.sent(Action::Read), QStringList({u"billing"_qs, u"crm"_qs}));
        QCOMPARE(f.sent(Action::Write), QStringList({u"billing"_qs}));
        QVERIFY(f.page.grid()->hasFocus());
        f.editor.undo();
        QVERIFY(f.editor.selection().isEmpty());
        QVERIFY(!f.editor.canUndo());
    }

    void usesASuggestion()
    {
        ComposeFixture f;
        open(f);
        const Dialog dialog;
        dialog.write(u"biling_test w"_qs);
        dialog.click(u"Use billing_test"_qs);
        QCOMPARE(dialog.answer(), u"1 matched."_qs);
        QCOMPARE(dialog.cell(0, 0), u"billing_test"_qs);
        QCOMPARE(dialog.cell(0, matchColumn), u"instead of “biling_test”"_qs);
        dialog.click(u"billing_test is not meant"_qs);
        QCOMPARE(dialog.cell(0, 0), u"biling_test"_qs);
        dialog.click(u"Use billing_test"_qs);
        dialog.click(u"Permit"_qs);
        QCOMPARE(f.sent(Action::Write), QStringList({u"billing_test"_qs}));
    }

    void usesAllSuggestions()
    {
        ComposeFixture f;
        open(f);
        const Dialog dialog;
        dialog.write(u"biling_test, crmm, billing"_qs);
        dialog.click(u"Use all suggestions"_qs);
        QCOMPARE(dialog.answer(), u"3 matched."_qs);
        dialog.click(u"Permit"_qs);
        QCOMPARE(f.sent(Action::Read), QStringList({u"billing"_qs, u"billing_test"_qs, u"crm"_qs}));
    }

    void addsNamesThatAreNotThere()
    {
        ComposeFixture f;
        open(f);
        const Dialog dialog;
        dialog.write(u"warehouse rw, crm"_qs);
        dialog.click(u"Add names that are not on this cluster"_qs);
        QCOMPARE(dialog.cell(0, matchColumn), u"not on this cluster; added"_qs);
        dialog.click(u"Permit"_qs);
        QCOMPARE(f.sent(Action::Write), QStringList({u"warehouse"_qs}));
        QVERIFY(f.cell(u"warehouse"_qs, 0).data(DatabaseTable::MissingRole).toBool());
    }

    void claimsNothingBeforeTheListWasRead()
    {
        ComposeFixture f(false);
        open(f);
        const Dialog dialog;
        dialog.write(u"billing rw\ncrm\ncrm_old"_qs);
        QCOMPARE(dialog.answer(), u"Whether “billing” and 2 more are on this cluster is not known: its "
                                  "databases have not been read."_qs);
        QCOMPARE(dialog.cell(0, matchColumn), u"not looked up"_qs);
        dialog.click(u"Add names without looking them up"_qs);
        QCOMPARE(dialog.cell(0, matchColumn), u"not looked up; added"_qs);
        dialog.click(u"Permit"_qs);
        QCOMPARE(f.sent(Action::Write), QStringList({u"billing"_qs}));
    }

    void leavesOutWhatIsUnticked()
    {
        ComposeFixture f;
        open(f);
        const Dialog dialog;
        dialog.write(u"billing, crm"_qs);
        auto *const table = dialog.find<QTableView>(u"Recognised names"_qs);
        QVERIFY(table->model()->setData(table->model()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(dialog.find<QPushButton>(u"Permit"_qs)->text(), u"Permit 1 database"_qs);
        dialog.click(u"Permit"_qs);
        QCOMPARE(f.sent(Action::Read), QStringList({u"crm"_qs}));
    }

    void saysWhatWouldBePermittedNothing()
    {
        ComposeFixture f;
        open(f);
        const Dialog dialog;
        dialog.write(u"billing, crm"_qs);
        dialog.click(u"Read by default"_qs);
        QCOMPARE(dialog.answer(), u"2 matched. Tick Read or Write: 2 would be permitted nothing."_qs);
        QVERIFY(!dialog.find<QPushButton>(u"Permit"_qs)->isEnabled());
        dialog.click(u"Write by default"_qs);
        dialog.click(u"Permit"_qs);
        QCOMPARE(f.sent(Action::Read), QStringList());
        QCOMPARE(f.sent(Action::Write), QStringList({u"billing"_qs, u"crm"_qs}));
    }

    void cancelChangesNothing()
    {
        ComposeFixture f;
        open(f);
        const Dialog dialog;
        dialog.write(u"billing"_qs);
        QTest::keyClick(dialog.widget, Qt::Key_Escape);
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(!f.editor.canUndo());
    }

    void pastesIntoTheGrid()
    {
        ComposeFixture f;
        QApplication::clipboard()->setText(u"crm rw\nbilling_test"_qs);
        f.page.grid()->setFocus();
        QTest::keyClick(f.page.grid(), Qt::Key_V, Qt::ControlModifier);
        const Dialog dialog;
        QVERIFY(dialog.widget);
        QCOMPARE(dialog.answer(), u"2 matched."_qs);
        dialog.click(u"Permit"_qs);
        QCOMPARE(f.sent(Action::Read), QStringList({u"billing_test"_qs, u"crm"_qs}));
    }

    void namesAreShownAsTheyAre()
    {
        ComposeFixture f;
        open(f);
        const Dialog dialog;
        dialog.write(u"bil\u202eling_xyz <b>bold</b>"_qs);
        for (int row = 0; row < dialog.rows(); ++row)
            QVERIFY(!dialog.cell(row, 0).contains(QChar(0x202e)));
        QVERIFY(!dialog.answer().contains(QChar(0x202e)));
    }

    void aTokenIsNoName()
    {
        ComposeFixture f;
        open(f);
        const Dialog dialog;
        const QString token = u"apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000"_qs;
        dialog.write(u"billing rw\n"_qs + token);
        QCOMPARE(dialog.rows(), 0);
        QVERIFY(!dialog.find<QPushButton>(u"Permit"_qs)->isEnabled());
        const QString said = dialog.find<QPlainTextEdit>(u"Names"_qs)->accessibleDescription();
        QVERIFY2(said.contains(u"looks like a token"_qs), qPrintable(said));
        dialog.write(u"billing rw"_qs);
        QCOMPARE(dialog.rows(), 1);
        QCOMPARE(dialog.find<QPlainTextEdit>(u"Names"_qs)->accessibleDescription(), QString());
        dialog.click(u"Permit"_qs);
        QCOMPARE(f.sent(Action::Write), QStringList(u"billing"_qs));
    }

private:
    static constexpr int matchColumn = 2;
};

QTEST_MAIN(PasteNamesTest)
#include "tst_pastenames.moc"
