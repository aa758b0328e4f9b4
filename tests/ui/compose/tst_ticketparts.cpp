// SPDX-License-Identifier: MIT
#include "composefixture.h"

#include <QComboBox>
#include <QHelpEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <functional>

using namespace tokenry;

/// Presets, what is shown, the suggested description, and what undo is called.
class TicketPartsTest : public QObject
{
    Q_OBJECT

    static void choose(QComboBox *presets, const QString &entry)
    {
        presets->setFocus();
        const int steps = presets->findText(entry) - presets->currentIndex();
        for (int i = 0; i < qAbs(steps); ++i)
            QTest::keyClick(presets, steps > 0 ? Qt::Key_Down : Qt::Key_Up);
        QCOMPARE(presets->currentText(), entry);
    }

    static QComboBox *presets(ComposeFixture &f)
    {
        for (QComboBox *const each : f.page.findChildren<QComboBox *>()) {
            if (each->findText(u"Grafana reader"_qs) >= 0)
                return each;
        }
        qFatal("No presets");
    }

    static int rows(ComposeFixture &f) { return f.page.grid()->model()->rowCount(); }

    static bool shows(ComposeFixture &f, const QString &text)
    {
        for (const QLabel *const label : f.page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void presetsAreForWhatIsPermitted()
    {
        ComposeFixture f;
        f.click(u"crm"_qs, DatabaseTable::ReadColumn);
        f.click(u"billing"_qs, DatabaseTable::ReadColumn);
        choose(presets(f), u"Telegraf writer"_qs);
        QCOMPARE(f.sent(Action::Read), QStringList());
        QCOMPARE(f.sent(Action::Write), QStringList({u"billing"_qs, u"crm"_qs}));
        QVERIFY(presets(f)->toolTip().startsWith(u"2 permitted rows and pasted names get write."_qs));
        QVERIFY(shows(f, u"2 permitted rows and pasted names get write."_qs));
        choose(presets(f), u"Application"_qs);
        QCOMPARE(f.sent(Action::Read), QStringList({u"billing"_qs, u"crm"_qs}));
        f.editor.undo();
        QCOMPARE(f.sent(Action::Read), QStringList({u"billing"_qs, u"crm"_qs}));
        QCOMPARE(f.sent(Action::Write), QStringList());
    }

    void presetsAreForWhatIsSelected()
    {
        ComposeFixture f;
        f.click(u"crm"_qs, DatabaseTable::ReadColumn);
        f.click(u"Billing"_qs, DatabaseTable::NameColumn);
        f.click(u"billing_test"_qs, DatabaseTable::NameColumn, Qt::ShiftModifier);
        choose(presets(f), u"Application"_qs);
        QCOMPARE(f.sent(Action::Read),
                 QStringList({u"Billing"_qs, u"billing"_qs, u"billing_test"_qs, u"crm"_qs}));
        QCOMPARE(f.sent(Action::Write), QStringList({u"Billing"_qs, u"billing"_qs, u"billing_test"_qs}));
        QVERIFY(presets(f)->toolTip().startsWith(u"3 selected rows and pasted names get read and write."_qs));
    }

    void aPresetEndsWithItsDraft_data()
    {
        QTest::addColumn<std::function<void(DraftEditor &)>>("end");
        const auto row = [](const char *name, const std::function<void(DraftEditor &)> &end) {
            QTest::newRow(name) << end;
        };
        row("cleared", &DraftEditor::clear);
        row("undone", &DraftEditor::undo);
        row("created", [](DraftEditor &editor) { static_cast<void>(editor.takeDraft()); });
        row("another put in", [](DraftEditor &editor) { editor.replaceDraft({}); });
    }

    void aPresetEndsWithItsDraft()
    {
        QFETCH(const std::function<void(DraftEditor &)>, end);
        ComposeFixture f;
        f.click(u"crm"_qs, DatabaseTable::ReadColumn);
        choose(presets(f), u"Telegraf writer"_qs);
        end(f.editor);
        QCOMPARE(presets(f)->currentText(), u"No preset"_qs);
        QVERIFY(!presets(f)->toolTip().contains(u"pasted names get write"_qs));
        f.find<QPushButton>(u"Paste names…"_qs)->click();
        for (const QCheckBox *const box : QApplication::activeModalWidget()->findChildren<QCheckBox *>()) {
            if (box->accessibleName() == u"Write by default"_qs)
                QVERIFY(!box->isChecked());
        }
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    }

    void aPresetSaysWhatItDid()
    {
        ComposeFixture f;
        choose(presets(f), u"Telegraf writer"_qs);
        QVERIFY(shows(f, u"Pasted names get write."_qs));
        QCOMPARE(presets(f)->accessibleDescription(), u"Pasted names get write."_qs);
        // It changed nothing that could be undone.
        QVERIFY(!f.find<QPushButton>(u"Undo, visible databases"_qs)->isVisible());
        f.editor.setAllDatabases(Action::Write, true);
        f.click(u"crm"_qs, DatabaseTable::ReadColumn);
        choose(presets(f), u"Grafana reader"_qs);
        QVERIFY(shows(f, u"1 permitted row and pasted names get read. “Write all databases” is off."_qs));
        QVERIFY(!f.editor.selection().allDatabases(Action::Write));
        f.find<QPushButton>(u"Undo, visible databases"_qs)->click();
        QVERIFY(f.editor.selection().allDatabases(Action::Write));
        QVERIFY(!shows(f, u"1 permitted row and pasted names get read. “Write all databases” is off."_qs));
    }

    void presetsAreForWhatIsPasted()
    {
        ComposeFixture f;
        choose(presets(f), u"Telegraf writer"_qs);
        QVERIFY(!f.editor.canUndo());
        f.find<QPushButton>(u"Paste names…"_qs)->click();
        const auto boxes = QApplication::activeModalWidget()->findChildren<QCheckBox *>();
        for (const QCheckBox *const box : boxes) {
            if (box->accessibleName() == u"Read by default"_qs)
                QVERIFY(!box->isChecked());
            if (box->accessibleName() == u"Write by default"_qs)
                QVERIFY(box->isChecked());
        }
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    }

    void chipsShowAndCount()
    {
        ComposeFixture f;
        auto *const all = f.find<QPushButton>(u"Show all"_qs);
        auto *const permitted = f.find<QPushButton>(u"Show permitted"_qs);
        auto *const problems = f.find<QPushButton>(u"Show problems"_qs);
        QCOMPARE(all->text(), u"All 6"_qs);
        QCOMPARE(permitted->text(), u"Permitted 0"_qs);
        QCOMPARE(problems->text(), u"Problems 1"_qs);
        f.click(u"crm"_qs, DatabaseTable::ReadColumn);
        (void)f.editor.addTyped(u"new"_qs);
        QCOMPARE(all->text(), u"All 7"_qs);
        QCOMPARE(permitted->text(), u"Permitted 1"_qs);
        QCOMPARE(problems->text(), u"Problems 2"_qs);
        problems->click();
        QVERIFY(problems->isChecked());
        QCOMPARE(rows(f), 2);
        permitted->click();
        QVERIFY(!problems->isChecked());
        QCOMPARE(rows(f), 1);
        all->click();
        QCOMPARE(rows(f), 7);
    }

    void emptyPlacesSayWhy()
    {
        ComposeFixture f;
        f.find<QPushButton>(u"Show permitted"_qs)->click();
        QVERIFY(shows(f, u"Nothing is permitted yet."_qs));
        f.filter(u"bill"_qs);
        QVERIFY(shows(f, u"Nothing that is permitted matches “bill”."_qs));
        f.find<QPushButton>(u"Show all databases"_qs)->click();
        QCOMPARE(rows(f), 6);
        QVERIFY(f.find<QPushButton>(u"Show all"_qs)->isChecked());
        f.editor.setCatalog(ComposeFixture::catalogOf({u"billing"_qs}));
        f.find<QPushButton>(u"Show problems"_qs)->click();
        QVERIFY(shows(f, u"No problems: every name is on this cluster and can be permitted."_qs));
    }

    void aNameThatIsAddedIsSeen()
    {
        ComposeFixture f;
        f.find<QPushButton>(u"Show permitted"_qs)->click();
        f.find<QPushButton>(u"Add a name…"_qs)->click();
        auto *const name = f.find<QLineEdit>(u"Name to add"_qs);
        QTest::keyClicks(name, u"later"_qs);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(rows(f), 7);
        QCOMPARE(f.page.grid()->currentIndex().data(DatabaseTable::NameRole).toString(), u"later"_qs);
    }

    void suggestsADescriptionOnRequest()
    {
        ComposeFixture f;
        auto *const button = f.find<QPushButton>(u"Use suggestion"_qs);
        auto *const field = f.find<QLineEdit>(u"Description"_qs);
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(field, u"mine"_qs);
        f.click(u"crm"_qs, DatabaseTable::ReadColumn);
        QCOMPARE(field->text(), u"mine"_qs);
        QHelpEvent help(QEvent::ToolTip, {}, {});
        QApplication::sendEvent(button, &help);
        QCOMPARE(button->toolTip(), u"Describes the token as “crm – read 1”."_qs);
        button->click();
        QCOMPARE(field->text(), u"crm – read 1"_qs);
        f.editor.undo();
        QCOMPARE(field->text(), u"mine"_qs);
    }

    void undoSaysWhatItUndoes()
    {
        ComposeFixture f;
        auto *const undo = f.find<QToolButton>(u"Undo"_qs);
        auto *const redo = f.find<QToolButton>(u"Redo"_qs);
        f.click(u"crm"_qs, DatabaseTable::ReadColumn);
        QCOMPARE(undo->toolTip(), u"Undo: ticks for reading (Ctrl+Z)"_qs);
        f.find<QPushButton>(u"Clear"_qs)->click();
        QCOMPARE(undo->toolTip(), u"Undo: clearing the form (Ctrl+Z)"_qs);
        undo->click();
        QCOMPARE(undo->toolTip(), u"Undo: ticks for reading (Ctrl+Z)"_qs);
        QCOMPARE(redo->toolTip(), u"Redo: clearing the form (Ctrl+Shift+Z)"_qs);
    }
};

QTEST_MAIN(TicketPartsTest)
#include "tst_ticketparts.moc"
