// SPDX-License-Identifier: MIT
#include "compose/summaryline.h"
#include "ui/compose/composefixture.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QWindow>

using namespace tokenry;

namespace
{

bool shows(const QWidget &page, const QString &text)
{
    const auto labels = page.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

/// The field, with the keyboard in it and that date as the draft's expiry.
QLineEdit *dateFieldAt(ComposeFixture &f, QDate day, QTime time)
{
    f.editor.setExpiry({ExpiryChoice::Kind::OnDate, 90, QDateTime(day, time, f.now.timeZone())});
    auto *const date = f.find<QLineEdit>(u"Expiry date"_qs);
    date->setFocus();
    return date;
}

} // namespace

class TestComposePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reviewsADraftWithoutFault();
    void aKeyReviewsFromAnywhere();
    void saysFaultsAtTheirFields();
    void faultsMoveNothing();
    void faultsGoWhenMended();
    void tokenWithoutAccess();
    void wildcardKeepsNamesAndDoesNotSendThem();
    void wildcardsByName_data();
    void wildcardsByName();
    void visibleRowsHaveThreeStatesAndUndo();
    void visibleRowsSayHowMany();
    void hiddenPermittedRowsAreSaid();
    void namesThatAreNotListed();
    void refusedNamesAreExplained();
    void filterTextBecomesAName();
    void expiry_data();
    void expiry();
    void expiryOnADate();
    void aTypedDateStands_data();
    void aTypedDateStands();
    void typedFromTheStartSectionBySection();
    void aDateFromTheCalendar();
    void undoCoversTheWholeDraft();
    void clearCanBeUndone();
    void summaryNamesWritesFirst();
    void statesOfTheList();
    void theWheelChangesNoField();
    void undoInTheDateIsTheWindows();
};

void TestComposePage::reviewsADraftWithoutFault()
{
    ComposeFixture f;
    QSignalSpy review(&f.page, &ComposePage::reviewRequested);
    QTest::keyClicks(f.find<QLineEdit>(u"Description"_qs), u"Telegraf"_qs);
    f.click(u"crm"_qs, DatabaseTable::WriteColumn);
    QTest::mouseClick(f.find<QPushButton>(u"Review…"_qs), Qt::LeftButton);
    QCOMPARE(review.size(), 1);
    QCOMPARE(f.editor.draft().description, u"Telegraf"_qs);
}

void TestComposePage::aKeyReviewsFromAnywhere()
{
    ComposeFixture f;
    QSignalSpy review(&f.page, &ComposePage::reviewRequested);
    auto *const description = f.find<QLineEdit>(u"Description"_qs);
    f.page.grid()->setFocus();
    QTest::keyClick(f.page.grid(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(review.size(), 0);
    QVERIFY(description->hasFocus());
    QTest::keyClicks(description, u"Telegraf"_qs);
    f.click(u"crm"_qs, DatabaseTable::WriteColumn);
    const TokenDraft draft = f.editor.draft();
    QTest::keyClick(description, Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
    QCOMPARE(review.size(), 1);
    f.page.grid()->setFocus();
    QTest::keyClick(f.page.grid(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(review.size(), 2);
    QCOMPARE(f.editor.draft(), draft);
}

void TestComposePage::saysFaultsAtTheirFields()
{
    ComposeFixture f;
    QSignalSpy review(&f.page, &ComposePage::reviewRequested);
    f.editor.setExpiry({ExpiryChoice::Kind::OnDate, 90, f.now});
    QTest::mouseClick(f.find<QPushButton>(u"Review…"_qs), Qt::LeftButton);
    QCOMPARE(review.size(), 0);
    QVERIFY(f.find<QLineEdit>(u"Description"_qs)->hasFocus());
    QVERIFY(shows(f.page, u"Say what the token is for"_qs));
    QVERIFY(shows(f.page, u"not in the future"_qs));
    QVERIFY(shows(f.page, u"Nothing is permitted. Tick"_qs));
}

void TestComposePage::faultsMoveNothing()
{
    ComposeFixture f;
    f.click(u"crm"_qs, DatabaseTable::ReadColumn);
    const QRect place = f.page.grid()->geometry();
    QTest::mouseClick(f.find<QPushButton>(u"Review…"_qs), Qt::LeftButton);
    QVERIFY(shows(f.page, u"Say what the token is for"_qs));
    QCOMPARE(f.page.grid()->geometry(), place);
    QTest::keyClicks(f.find<QLineEdit>(u"Description"_qs), u"x"_qs);
    QCOMPARE(f.page.grid()->geometry(), place);
}

void TestComposePage::faultsGoWhenMended()
{
    ComposeFixture f;
    QTest::mouseClick(f.find<QPushButton>(u"Review…"_qs), Qt::LeftButton);
    QTest::keyClicks(f.find<QLineEdit>(u"Description"_qs), u"x"_qs);
    QVERIFY(!shows(f.page, u"Say what the token is for"_qs));
    QVERIFY(shows(f.page, u"Nothing is permitted. Tick"_qs));
    f.click(u"crm"_qs, DatabaseTable::ReadColumn);
    QVERIFY(!shows(f.page, u"Nothing is permitted"_qs));
}

void TestComposePage::tokenWithoutAccess()
{
    ComposeFixture f;
    QSignalSpy review(&f.page, &ComposePage::reviewRequested);
    f.editor.setDescription(u"x"_qs);
    auto *const box = f.find<QCheckBox>(u"Create a token without access"_qs);
    QVERIFY(box->isVisible());
    f.click(u"crm"_qs, DatabaseTable::ReadColumn);
    QVERIFY(!box->isVisible());
    f.click(u"crm"_qs, DatabaseTable::ReadColumn);
    box->click();
    QTest::mouseClick(f.find<QPushButton>(u"Review…"_qs), Qt::LeftButton);
    QCOMPARE(review.size(), 1);
    QVERIFY(f.editor.draft().withoutAccess);
}

void TestComposePage::wildcardKeepsNamesAndDoesNotSendThem()
{
    ComposeFixture f;
    f.click(u"crm"_qs, DatabaseTable::WriteColumn);
    auto *const all = f.find<QCheckBox>(u"Write all databases"_qs);
    all->click();
    QVERIFY(f.editor.selection().permissions().permitsAllDatabases(Action::Write));
    QCOMPARE(f.sent(Action::Write), QStringList());
    QVERIFY(!f.find<QCheckBox>(u"Write, visible databases"_qs)->isEnabled());
    QVERIFY(f.find<QCheckBox>(u"Read, visible databases"_qs)->isEnabled());
    QVERIFY(shows(f.page, u"1 name ticked for writing is kept, but not sent."_qs));
    f.click(u"billing"_qs, DatabaseTable::WriteColumn);
    QTest::keyClick(f.page.grid(), Qt::Key_W);
    all->click();
    QVERIFY(!f.editor.selection().permissions().permitsAllDatabases(Action::Write));
    QCOMPARE(f.sent(Action::Write), QStringList{u"crm"_qs});
}

void TestComposePage::wildcardsByName_data()
{
    QTest::addColumn<QString>("box");
    QTest::addColumn<Action>("action");
    QTest::newRow("read") << u"Read all databases"_qs << Action::Read;
    QTest::newRow("write") << u"Write all databases"_qs << Action::Write;
}

void TestComposePage::wildcardsByName()
{
    QFETCH(const QString, box);
    QFETCH(const Action, action);
    ComposeFixture f;
    f.find<QCheckBox>(box)->click();
    QVERIFY(f.editor.selection().allDatabases(action));
    f.find<QPushButton>(action == Action::Read ? u"Name them one by one instead, read"_qs
                                               : u"Name them one by one instead, write"_qs)
        ->click();
    QVERIFY(!f.find<QCheckBox>(box)->isChecked());
    QCOMPARE(f.sent(action).size(), 5);
}

void TestComposePage::visibleRowsHaveThreeStatesAndUndo()
{
    ComposeFixture f;
    f.click(u"crm"_qs, DatabaseTable::ReadColumn);
    auto *const box = f.find<QCheckBox>(u"Read, visible databases"_qs);
    QCOMPARE(box->checkState(), Qt::PartiallyChecked);
    f.filter(u"bill* -test"_qs);
    QCOMPARE(box->checkState(), Qt::Unchecked);
    box->click();
    QCOMPARE(box->checkState(), Qt::Checked);
    QCOMPARE(f.sent(Action::Read), (QStringList{u"Billing"_qs, u"billing"_qs, u"crm"_qs}));
    auto *const undo = f.find<QPushButton>(u"Undo, visible databases"_qs);
    QVERIFY(undo->isVisible());
    undo->click();
    QCOMPARE(f.sent(Action::Read), QStringList{u"crm"_qs});
    QCOMPARE(box->checkState(), Qt::Unchecked);
    QVERIFY(!undo->isVisible());
    box->click();
    box->click();
    QCOMPARE(f.sent(Action::Read), QStringList{u"crm"_qs});
}

void TestComposePage::visibleRowsSayHowMany()
{
    ComposeFixture f;
    auto *const box = f.find<QCheckBox>(u"Write, visible databases"_qs);
    QCOMPARE(box->text(), u"Write (5)"_qs);
    f.filter(u"bill"_qs);
    QCOMPARE(box->text(), u"Write (3)"_qs);
    QVERIFY(shows(f.page, u"3 of 6 shown"_qs));
    box->click();
    QVERIFY(shows(f.page, u"Write ticked on 3 databases"_qs));
    f.filter(u"zzz"_qs);
    QVERIFY(!box->isEnabled());
}

void TestComposePage::hiddenPermittedRowsAreSaid()
{
    ComposeFixture f;
    f.click(u"crm"_qs, DatabaseTable::ReadColumn);
    f.filter(u"bill"_qs);
    QVERIFY(shows(f.page, u"1 permitted row hidden by the filter"_qs));
    f.find<QPushButton>(u"Show hidden permitted rows"_qs)->click();
    // Exactly the permitted rows, without the filter.
    QCOMPARE(f.page.grid()->model()->rowCount(), 1);
    QVERIFY(!shows(f.page, u"hidden by the filter"_qs));
    // It is not always the filter.
    f.find<QAbstractButton>(u"Show problems"_qs)->click();
    QVERIFY(shows(f.page, u"1 permitted row not shown"_qs));
}

void TestComposePage::namesThatAreNotListed()
{
    ComposeFixture f;
    f.filter(u"bill"_qs);
    f.find<QPushButton>(u"Add a name…"_qs)->click();
    auto *const name = f.find<QLineEdit>(u"Name to add"_qs);
    QVERIFY(name->hasFocus());
    QTest::keyClicks(name, u"_later/x-1"_qs);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(!name->isVisible());
    QVERIFY(f.page.grid()->hasFocus());
    QTest::keyClick(f.page.grid(), Qt::Key_W);
    QCOMPARE(f.sent(Action::Write), QStringList{u"_later/x-1"_qs});
    const QModelIndex cell = f.cell(u"_later/x-1"_qs, DatabaseTable::NameColumn);
    QCOMPARE(cell.data(Qt::AccessibleDescriptionRole).toString(), u"not on this cluster"_qs);
    QCOMPARE(f.page.grid()->currentIndex(), cell);

    // As copied from a terminal, with the line's end, which the field would show as a blank.
    f.find<QPushButton>(u"Add a name…"_qs)->click();
    name->clear();
    name->insert(u" pasted\n"_qs);
    QTest::keyClick(name, Qt::Key_Return);
    QTest::keyClick(f.page.grid(), Qt::Key_W);
    QCOMPARE(f.sent(Action::Write), (QStringList{u"_later/x-1"_qs, u"pasted"_qs}));
}

void TestComposePage::refusedNamesAreExplained()
{
    ComposeFixture f;
    f.find<QPushButton>(u"Add a name…"_qs)->click();
    auto *const name = f.find<QLineEdit>(u"Name to add"_qs);
    QTest::keyClicks(name, u"*"_qs);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(shows(f.page, u"“*” means every database"_qs));
    name->setText(QString(65, u'x'));
    f.find<QPushButton>(u"Add name"_qs)->click();
    QVERIFY(shows(f.page, u"at most 64 characters"_qs));
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(!name->isVisible());
    QCOMPARE(f.editor.selection().rowCount(), 6);
}

void TestComposePage::filterTextBecomesAName()
{
    ComposeFixture f;
    f.filter(u"crm_old"_qs);
    QVERIFY(shows(f.page, u"No database matches “crm_old”."_qs));
    f.find<QPushButton>(u"Add “crm_old” as a name"_qs)->click();
    QVERIFY(f.editor.selection().isTyped(*f.editor.selection().find(u"crm_old"_qs)));
    QVERIFY(f.page.grid()->isVisible());
}

void TestComposePage::expiry_data()
{
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("line");
    QTest::newRow("7")
        << u"7 days"_qs
        << u"Tue 2026-12-01 10:00 Europe/Berlin = 09:00 UTC (7 days, to the next working morning)"_qs;
    QTest::newRow("30")
        << u"30 days"_qs
        << u"Thu 2026-12-24 10:00 Europe/Berlin = 09:00 UTC (30 days, to the next working morning)"_qs;
    QTest::newRow("90")
        << u"90 days"_qs
        << u"Mon 2027-02-22 10:00 Europe/Berlin = 09:00 UTC (90 days, to the next working morning)"_qs;
    QTest::newRow("180")
        << u"180 days"_qs
        << u"Mon 2027-05-24 10:00 Europe/Berlin = 08:00 UTC (180 days, to the next working morning)"_qs;
    QTest::newRow("365")
        << u"365 days"_qs
        << u"Wed 2027-11-24 10:00 Europe/Berlin = 09:00 UTC (365 days, to the next working morning)"_qs;
    QTest::newRow("never") << u"Never"_qs << u"Never expires: valid until somebody revokes it."_qs;
}

void TestComposePage::expiry()
{
    QFETCH(const QString, item);
    QFETCH(const QString, line);
    ComposeFixture f;
    auto *const chooser = f.find<QComboBox>(u"Expiry"_qs);
    QCOMPARE(chooser->currentText(), u"90 days"_qs);
    chooser->setFocus();
    QTest::keyClick(chooser, Qt::Key_Home);
    for (int i = 0; i < chooser->count() && chooser->currentText() != item; ++i)
        QTest::keyClick(chooser, Qt::Key_Down);
    QCOMPARE(chooser->currentText(), item);
    // Whatever it passed over.
    QVERIFY(chooser->hasFocus());
    QVERIFY2(shows(f.page, line), qUtf8Printable(line));
}

void TestComposePage::expiryOnADate()
{
    ComposeFixture f;
    auto *const date = f.find<QLineEdit>(u"Expiry date"_qs);
    QVERIFY(!date->isVisible());
    f.editor.setExpiry({ExpiryChoice::Kind::OnDate, 90, f.now.addDays(1)});
    QVERIFY(date->isVisible());
    date->selectAll();
    QTest::keyClicks(date, u"2027-01-05 00:30"_qs);
    QVERIFY(shows(f.page, u"Tue 2027-01-05 00:30 Europe/Berlin = Mon 2027-01-04 23:30 UTC (in 43 days)"_qs));
    QCOMPARE(f.editor.draft().expiry.resolve(f.now).instant(),
             QDateTime(QDate(2027, 1, 4), QTime(23, 30), Qt::UTC));
    // In the hour that the clocks skip.
    f.editor.setExpiry(
        {ExpiryChoice::Kind::OnDate, 90, QDateTime(QDate(2027, 3, 28), QTime(2, 30), f.now.timeZone())});
    QVERIFY(shows(f.page, u"no such time on that day"_qs));
    QVERIFY(!shows(f.page, u"not in the future"_qs));
}

void TestComposePage::aTypedDateStands_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says");
    QTest::addColumn<bool>("faulty");
    QTest::newRow("another year") << u"2027-01-31 08:00"_qs
                                  << u"Sun 2027-01-31 08:00 Europe/Berlin = 07:00 UTC"_qs << false;
    QTest::newRow("a day alone") << u"2026-12-31"_qs << u"Thu 2026-12-31 10:00 Europe/Berlin = 09:00 UTC"_qs
                                 << false;
    QTest::newRow("past") << u"2020-01-01"_qs << u"not in the future"_qs << true;
    QTest::newRow("a minute ago") << u"2026-11-23 14:04"_qs << u"not in the future"_qs << true;
    QTest::newRow("no such day") << u"2027-02-31 10:00"_qs << u"There is no such date"_qs << true;
    QTest::newRow("no such hour") << u"2027-02-23 25:00"_qs << u"There is no such date"_qs << true;
    QTest::newRow("half a year") << u"202"_qs << u"There is no such date"_qs << true;
    QTest::newRow("nothing") << QString() << u"There is no such date"_qs << true;
}

void TestComposePage::aTypedDateStands()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, says);
    QFETCH(const bool, faulty);
    ComposeFixture f;
    QSignalSpy review(&f.page, &ComposePage::reviewRequested);
    f.editor.setDescription(u"x"_qs);
    f.click(u"crm"_qs, DatabaseTable::ReadColumn);
    auto *const date = dateFieldAt(f, {2027, 11, 20}, {10, 0});
    QTRY_VERIFY(date->parentWidget()->height() >= date->parentWidget()->sizeHint().height());
    const QRect place = f.page.grid()->geometry();
    QTest::keyClick(date, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(date, Qt::Key_Delete);
    for (qsizetype i = 0; i < typed.size(); ++i) {
        QTest::keyClicks(date, typed.mid(i, 1));
        QCOMPARE(date->text(), typed.left(i + 1));
    }
    QTest::keyClick(date, Qt::Key_Tab);
    QVERIFY(!date->hasFocus());
    QCOMPARE(date->text(), typed);
    QVERIFY2(shows(f.page, says), qUtf8Printable(says));
    QCOMPARE(date->accessibleDescription().contains(says), faulty);
    QTest::mouseClick(f.find<QPushButton>(u"Review…"_qs), Qt::LeftButton);
    QCOMPARE(review.size(), faulty ? 0 : 1);
    QCOMPARE(date->hasFocus(), faulty);
    QCOMPARE(date->text(), typed);
    QCOMPARE(f.page.grid()->geometry(), place);
}

void TestComposePage::typedFromTheStartSectionBySection()
{
    ComposeFixture f;
    auto *const date = dateFieldAt(f, {2027, 11, 24}, {10, 0});
    QTest::keyClick(date, Qt::Key_Home);
    for (const QString &section : {u"2026"_qs, u"12"_qs, u"31"_qs}) {
        for (int i = 0; i < section.size(); ++i)
            QTest::keyClick(date, Qt::Key_Delete);
        QTest::keyClicks(date, section);
        QTest::keyClick(date, Qt::Key_Right);
    }
    QCOMPARE(date->text(), u"2026-12-31 10:00"_qs);
    QCOMPARE(f.editor.draft().expiry.date.date(), QDate(2026, 12, 31));
}

void TestComposePage::aDateFromTheCalendar()
{
    ComposeFixture f;
    auto *const date = dateFieldAt(f, {2027, 11, 24}, {8, 30});
    QTest::keyClick(date, Qt::Key_Down, Qt::AltModifier);
    auto *const calendar = date->findChild<QCalendarWidget *>();
    QVERIFY(calendar && calendar->isVisible());
    QCOMPARE(calendar->selectedDate(), QDate(2027, 11, 24));
    auto *const days = calendar->findChild<QWidget *>(u"qt_calendar_calendarview"_qs);
    QTest::keyClick(days, Qt::Key_Right);
    QTest::keyClick(days, Qt::Key_Return);
    QCOMPARE(date->text(), u"2027-11-25 08:30"_qs);
    QCOMPARE(f.editor.draft().expiry.date.date(), QDate(2027, 11, 25));
    QTRY_VERIFY(!date->findChild<QCalendarWidget *>());
    QTest::keyClick(date, Qt::Key_F4);
    QTest::keyClick(date->findChild<QCalendarWidget *>()->window(), Qt::Key_Escape);
    QTRY_VERIFY(!date->findChild<QCalendarWidget *>());
    QCOMPARE(date->text(), u"2027-11-25 08:30"_qs);
}

void TestComposePage::undoCoversTheWholeDraft()
{
    ComposeFixture f;
    auto *const description = f.find<QLineEdit>(u"Description"_qs);
    description->setFocus();
    QTest::keyClicks(description, u"one two"_qs);
    QTest::keyClick(description, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(description->text(), u"one "_qs);
    QTest::keyClick(description, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(description->text(), u"one two"_qs);
    f.click(u"crm"_qs, DatabaseTable::ReadColumn);
    QTest::keyClick(f.page.grid(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(f.editor.selection().isEmpty());
    QCOMPARE(description->text(), u"one two"_qs);
}

void TestComposePage::clearCanBeUndone()
{
    ComposeFixture f;
    auto *const clear = f.find<QPushButton>(u"Clear"_qs);
    QVERIFY(!clear->isEnabled());
    f.editor.setDescription(u"x"_qs);
    f.click(u"crm"_qs, DatabaseTable::ReadColumn);
    f.find<QCheckBox>(u"Write all databases"_qs)->click();
    const TokenDraft before = f.editor.draft();
    clear->click();
    QVERIFY(f.editor.selection().isEmpty());
    QCOMPARE(f.find<QLineEdit>(u"Description"_qs)->text(), QString());
    QVERIFY(!f.find<QCheckBox>(u"Write all databases"_qs)->isChecked());
    f.editor.undo();
    QVERIFY(f.editor.draft() == before);
    QCOMPARE(f.find<QLineEdit>(u"Description"_qs)->text(), u"x"_qs);
}

void TestComposePage::summaryNamesWritesFirst()
{
    ComposeFixture f;
    auto *const summary = f.find<SummaryLine>(u"Summary"_qs);
    QCOMPARE(summary->text(), u"Nothing is permitted yet."_qs);
    f.click(u"crm"_qs, DatabaseTable::WriteColumn);
    f.click(u"billing"_qs, DatabaseTable::ReadColumn);
    QCOMPARE(summary->text(), u"Can write crm. Can read billing."_qs);
    QCOMPARE(summary->accessibleDescription(), summary->text());
    f.editor.setAllDatabases(Action::Write, true);
    QCOMPARE(summary->text(), u"Can write EVERY database, future ones too. Can read billing."_qs);
}

void TestComposePage::statesOfTheList()
{
    ComposeFixture f(false);
    QSignalSpy stop(&f.page, &ComposePage::stopRequested);
    QSignalSpy reload(&f.page, &ComposePage::reloadRequested);
    QVERIFY(shows(f.page, u"The databases of this cluster have not been read. You can still name one."_qs));
    f.find<QPushButton>(u"Read again"_qs)->click();
    QCOMPARE(reload.size(), 1);
    f.page.showList(ListState::Loading);
    QVERIFY(shows(f.page, u"Reading the databases of this cluster…"_qs));
    f.find<QPushButton>(u"Stop"_qs)->click();
    QCOMPARE(stop.size(), 1);
    f.page.showList(ListState::Read);
    QVERIFY(
        shows(f.page, u"This cluster has no databases yet. You can name one that will be made later."_qs));
    f.find<QPushButton>(u"Name one…"_qs)->click();
    QVERIFY(f.find<QLineEdit>(u"Name to add"_qs)->hasFocus());
    f.editor.setCatalog(ComposeFixture::catalogOf({u"a"_qs}));
    QVERIFY(f.page.grid()->isVisible());
}

void TestComposePage::theWheelChangesNoField()
{
    ComposeFixture it;
    ExpiryChoice onDate{ExpiryChoice::Kind::OnDate, 90, it.now.addDays(30)};
    it.editor.setExpiry(onDate);
    const TokenDraft before = it.editor.draft();
    for (const QString &name : {u"Expiry"_qs, u"Expiry date"_qs, u"Start from"_qs}) {
        auto *const field = it.find<QWidget>(name);
        field->setFocus();
        for (const int notch : {-120, 120}) {
            QWheelEvent wheel({5, 5}, field->mapToGlobal(QPointF(5, 5)), {}, {0, notch}, Qt::NoButton, {},
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(field, &wheel);
            QVERIFY2(it.editor.draft() == before, qPrintable(name));
        }
    }
}

void TestComposePage::undoInTheDateIsTheWindows()
{
    ComposeFixture it;
    it.editor.setExpiry({ExpiryChoice::Kind::OnDate, 90, it.now.addDays(30)});
    it.editor.endTyping();
    const TokenDraft before = it.editor.draft();
    auto *const date = it.find<QLineEdit>(u"Expiry date"_qs);
    date->setFocus();
    QTest::keyClick(date, Qt::Key_End);
    QTest::keyClick(date, Qt::Key_Backspace);
    QVERIFY(!(it.editor.draft() == before));
    QTest::keyClick(it.page.window()->windowHandle(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(it.editor.draft() == before);
    QTest::keyClick(it.page.window()->windowHandle(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!(it.editor.draft() == before));
}

QTEST_MAIN(TestComposePage)
#include "tst_composepage.moc"
