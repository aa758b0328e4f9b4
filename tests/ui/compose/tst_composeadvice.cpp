// SPDX-License-Identifier: MIT
#include "grid/whoelsecell.h"
#include "support/tokensamples.h"
#include "ui/compose/composefixture.h"
#include "ui/lookup.h"

#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextDocument>

using namespace tokenry;
using testsupport::accessOf;
using testsupport::named;
using testsupport::tokenOf;

Q_DECLARE_METATYPE(std::function<void(ComposeFixture &)>)

namespace
{

using Act = std::function<void(ComposeFixture &)>;

Access::Ptr tokens()
{
    return accessOf({tokenOf(u"Telegraf"_qs, u"w:crm"_qs),
                     tokenOf(u"<b>Grafana</b>"_qs, u"r:crm r:billing"_qs),
                     tokenOf(u"Backup\u202e"_qs, u"r:*"_qs)});
}

/// What the line says; empty while it is not there.
QString said(ComposeFixture &f)
{
    auto *const line = named<QWidget>(f.page, u"Advice"_qs);
    return line ? line->accessibleDescription() : QString();
}

void tick(ComposeFixture &f, Action action, const QStringList &names)
{
    for (const QString &name : names)
        f.editor.tick(action, std::array{*f.editor.addTyped(name)}, true);
}

} // namespace

/// What Compose says about the draft, and the clicks that mend it.
class ComposeAdviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNotThereWithoutReason()
    {
        ComposeFixture f;
        f.page.showAccess(tokens());
        QCOMPARE(said(f), QString());
        tick(f, Action::Read, {u"billing"_qs});
        f.editor.setDescription(u"Quiet"_qs);
        QCOMPARE(said(f), QString());
    }

    void saysAndMends_data()
    {
        QTest::addColumn<Act>("act");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("button");
        const auto row = [](const char *name, const QString &says, const QString &button, const Act &act) {
            QTest::newRow(name) << act << says << button;
        };
        row("never", u"Caution: It never expires."_qs, u"Expire in 90 days"_qs, [](ComposeFixture &f) {
            f.editor.setExpiry({ExpiryChoice::Kind::Never, 0, {}});
        });
        row("too long", u"Caution: It is valid for longer than a year."_qs, u"Shorten to a year"_qs,
            [](ComposeFixture &f) {
                f.editor.setExpiry({ExpiryChoice::Kind::AfterDays, 500, {}});
            });
        row("a missing name", u"Caution: billing_tst is not on this cluster. Did you mean billing_test?"_qs,
            u"Use billing_test"_qs, [](ComposeFixture &f) { tick(f, Action::Read, {u"billing_tst"_qs}); });
        row("a missing name to remove", u"Caution: later is not on this cluster."_qs, u"Remove it"_qs,
            [](ComposeFixture &f) { tick(f, Action::Read, {u"later"_qs}); });
        row("three missing names", u"3 names are not on this cluster: x1, x2 and 1 more."_qs,
            u"Remove them"_qs, [](ComposeFixture &f) {
                tick(f, Action::Write, {u"x1"_qs, u"x2"_qs, u"x3"_qs});
            });
        row("the same description", u"Caution: An active token has the same description."_qs,
            u"Add a suffix"_qs, [](ComposeFixture &f) { f.editor.setDescription(u"Telegraf"_qs); });
        row("every database", u"Note: All 5 databases are ticked singly for reading"_qs,
            u"Use Read all databases"_qs, [](ComposeFixture &f) {
                tick(f, Action::Read,
                     {u"Billing"_qs, u"billing"_qs, u"billing_test"_qs, u"crm"_qs, u"telegraf/autogen"_qs});
            });
        row("redundant names", u"Note: “Read all databases” makes the name ticked for reading redundant."_qs,
            u"Untick the named ones"_qs, [](ComposeFixture &f) {
                tick(f, Action::Read, {u"crm"_qs});
                f.editor.setAllDatabases(Action::Read, true);
            });
        row("write without read", u"Note: 1 database can be written but not read."_qs, u"Add read"_qs,
            [](ComposeFixture &f) {
                tick(f, Action::Read, {u"crm"_qs});
                tick(f, Action::Write, {u"billing"_qs});
            });
    }

    void saysAndMends()
    {
        QFETCH(const Act, act);
        QFETCH(const QString, says);
        QFETCH(const QString, button);
        ComposeFixture f;
        f.page.showAccess(tokens());
        act(f);
        const TokenDraft before = f.editor.draft();
        QVERIFY2(said(f).contains(says), qPrintable(said(f)));
        auto *const mend = named<QPushButton>(*named<QWidget>(f.page, u"Advice"_qs), button);
        QVERIFY(mend);
        QTest::mouseClick(mend, Qt::LeftButton);
        QVERIFY2(!said(f).contains(says), qPrintable(said(f)));
        QVERIFY(f.editor.draft() != before);
        f.editor.undo();
        QVERIFY(f.editor.draft() == before);
        QVERIFY(said(f).contains(says));
    }

    void wildcardsAreNamedAtTheirBoxOnly_data()
    {
        QTest::addColumn<Action>("action");
        QTest::addColumn<QString>("says");
        QTest::newRow("write") << Action::Write << u"Danger: It can write to every database"_qs;
        QTest::newRow("read") << Action::Read << u"Caution: It can read every database"_qs;
    }

    void wildcardsAreNamedAtTheirBoxOnly()
    {
        QFETCH(const Action, action);
        QFETCH(const QString, says);
        ComposeFixture f;
        f.page.showAccess(tokens());
        f.editor.setAllDatabases(action, true);
        const TokenDraft before = f.editor.draft();
        QVERIFY2(said(f).contains(says), qPrintable(said(f)));
        QList<QPushButton *> ways;
        for (QPushButton *const button : f.page.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().contains(u"one by one"))
                ways << button;
        }
        QCOMPARE(ways.size(), 1);
        QVERIFY(!named<QWidget>(f.page, u"Advice"_qs)->isAncestorOf(ways.front()));
        QTest::mouseClick(ways.front(), Qt::LeftButton);
        QVERIFY2(!said(f).contains(says), qPrintable(said(f)));
        QVERIFY(!f.editor.selection().allDatabases(action));
        QVERIFY(f.editor.draft() != before);
        f.editor.undo();
        QVERIFY(f.editor.draft() == before);
        QVERIFY(said(f).contains(says));
    }

    void showsTokensWithTheSamePermissions()
    {
        ComposeFixture f;
        tick(f, Action::Write, {u"crm"_qs});
        QCOMPARE(said(f), QString());
        f.page.showAccess(tokens());
        QVERIFY(said(f).contains(u"Note: An active token has the same permissions."_qs));
        QSignalSpy wanted(&f.page, &ComposePage::tokensWanted);
        named<QPushButton>(f.page, u"Show it"_qs)->click();
        QCOMPARE(wanted.size(), 1);
        const auto shown = wanted[0][1].value<std::vector<Token>>();
        QCOMPARE(shown.size(), 1U);
        QCOMPARE(shown.front().description, u"Telegraf"_qs);
        f.page.showAccess(nullptr);
        QCOMPARE(said(f), QString());
    }

    void showsTheForemostAndCountsTheRest()
    {
        ComposeFixture f;
        f.page.showAccess(tokens());
        tick(f, Action::Read, {u"crm"_qs});
        f.editor.setAllDatabases(Action::Write, true);
        f.editor.setAllDatabases(Action::Read, true);
        f.editor.setExpiry({ExpiryChoice::Kind::Never, 0, {}});
        QVERIFY(said(f).contains(u"never expires"_qs));
        QVERIFY(!said(f).contains(u"redundant"_qs));
        QVERIFY2(said(f).endsWith(u"1 more note in Review"_qs), qPrintable(said(f)));
        f.editor.setDescription(u"Telegraf"_qs);
        QVERIFY2(said(f).endsWith(u"2 more cautions and notes in Review"_qs), qPrintable(said(f)));
        QCOMPARE(f.page.advice().size(), 5U);
    }

    void claimsNothingMissingBeforeTheListWasRead()
    {
        ComposeFixture f(false);
        tick(f, Action::Read, {u"later"_qs});
        QCOMPARE(said(f), QString());
        f.editor.setCatalog(ComposeFixture::catalogOf({u"crm"_qs}));
        QVERIFY(said(f).contains(u"later is not on this cluster"_qs));
    }

    void keepsTheKeyboardInTheLine()
    {
        ComposeFixture f;
        tick(f, Action::Read, {u"later"_qs});
        f.editor.setExpiry({ExpiryChoice::Kind::Never, 0, {}});
        auto *const expire = named<QPushButton>(f.page, u"Expire in 90 days"_qs);
        expire->setFocus();
        QTest::keyClick(expire, Qt::Key_Space);
        QCOMPARE(f.editor.draft().expiry, ExpiryChoice());
        auto *const now = qobject_cast<QPushButton *>(QApplication::focusWidget());
        QVERIFY(now);
        QCOMPARE(now->text(), u"Remove it"_qs);
    }

    void takesNoNameForMarkup()
    {
        ComposeFixture f;
        tick(f, Action::Read, {u"<b>&x</b>"_qs, u"evil\u202e"_qs});
        QVERIFY2(said(f).contains(u"<b>&x</b> and evil⟨U+202E⟩"_qs), qPrintable(said(f)));
        QVERIFY(testsupport::allLabelsArePlain(*named<QWidget>(f.page, u"Advice"_qs)));
    }

    void columnSaysWhoElse()
    {
        ComposeFixture f;
        const auto cell = [&](const QString &name, int role = Qt::DisplayRole) {
            return f.cell(name, DatabaseTable::WhoElseColumn).data(role).toString();
        };
        const auto header = [&] {
            return f.page.grid()
                ->model()
                ->headerData(DatabaseTable::WhoElseColumn, Qt::Horizontal, Qt::ToolTipRole)
                .toString();
        };
        QCOMPARE(cell(u"crm"_qs), QString());
        QVERIFY(header().contains(u"not known"_qs));
        f.page.showAccess(tokens());
        QVERIFY(!header().contains(u"not known"_qs));
        QCOMPARE(cell(u"crm"_qs), u"2 read, 1 write"_qs);
        QCOMPARE(cell(u"billing_test"_qs), u"1 read"_qs);
        QCOMPARE(cell(u"crm"_qs, Qt::AccessibleTextRole), u"Who else on crm: 2 read, 1 write"_qs);
        const QString tip = cell(u"crm"_qs, Qt::ToolTipRole);
        // A tool tip takes a text for HTML by its first line.
        QVERIFY2(!Qt::mightBeRichText(tip) && tip.contains(u"<b>Grafana</b>"_qs), qPrintable(tip));
        QVERIFY2(tip.contains(u"1 active token writes:"_qs), qPrintable(tip));
        QVERIFY2(tip.contains(u"Backup⟨U+202E⟩ (through *)"_qs), qPrintable(tip));
        f.page.showAccess(accessOf({}));
        QCOMPARE(cell(u"crm"_qs), u"nobody yet"_qs);
    }

    void tooltipNamesTwelveAndCountsTheRest()
    {
        ComposeFixture f;
        std::vector<Token> many;
        for (int i = 1; i <= 19; ++i)
            many.push_back(tokenOf(u"token %1."_qs.arg(i), u"r:crm"_qs));
        f.page.showAccess(accessOf(std::move(many)));
        const QString tip = f.cell(u"crm"_qs, DatabaseTable::WhoElseColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"token 12."_qs) && !tip.contains(u"token 13."_qs), qPrintable(tip));
        QVERIFY2(tip.endsWith(u"and 7 more"_qs), qPrintable(tip));
    }

    void cellOffersTheNameThatIsMeant()
    {
        ComposeFixture f;
        tick(f, Action::Write, {u"billing_tst"_qs});
        const QModelIndex cell = f.cell(u"billing_tst"_qs, DatabaseTable::WhoElseColumn);
        QCOMPARE(cell.data().toString(), u"billing_test?"_qs);
        PermissionGrid *const grid = f.page.grid();
        const QRect place = grid->visualRect(cell);
        // Beside the link, nothing.
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, QPoint(place.left() + 4, place.center().y()));
        QCOMPARE(f.sent(Action::Write), QStringList{u"billing_tst"_qs});
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {},
                          useItPlace(place, grid->fontMetrics()).center());
        QCOMPARE(f.sent(Action::Write), QStringList{u"billing_test"_qs});
        QVERIFY(!f.editor.selection().find(u"billing_tst"_qs));
        QCOMPARE(grid->currentIndex().data(DatabaseTable::NameRole).toString(), u"billing_test"_qs);
        f.editor.undo();
        QCOMPARE(f.sent(Action::Write), QStringList{u"billing_tst"_qs});
    }

    void menuOffersTheNameThatIsMeant()
    {
        ComposeFixture f;
        tick(f, Action::Write, {u"billing_tst"_qs});
        f.page.grid()->goTo(*f.editor.selection().find(u"billing_tst"_qs));
        QContextMenuEvent wish(QContextMenuEvent::Keyboard, {10, 10}, f.page.mapToGlobal(QPoint(10, 10)));
        QCoreApplication::sendEvent(f.page.grid()->viewport(), &wish);
        auto *const menu = f.page.grid()->findChild<QMenu *>();
        QVERIFY(menu);
        for (QAction *const action : menu->actions()) {
            if (action->text() == u"Use billing_test instead"_qs && action->isEnabled())
                action->trigger();
        }
        menu->close();
        QCOMPARE(f.sent(Action::Write), QStringList{u"billing_test"_qs});
    }
};

QTEST_MAIN(ComposeAdviceTest)
#include "tst_composeadvice.moc"
