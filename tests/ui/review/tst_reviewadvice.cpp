// SPDX-License-Identifier: MIT
#include "common/secretclipboard.h"
#include "review/reviewpage.h"
#include "support/fakes/issuancescene.h"
#include "support/tokensamples.h"
#include "ui/lookup.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;

namespace
{

struct Page
{
    IssuanceScene scene;
    SecretClipboard clipboard{*QGuiApplication::clipboard()};
    std::unique_ptr<ReviewPage> page;

    void open(std::vector<Token> tokens = {})
    {
        scene.start();
        page = std::make_unique<ReviewPage>(*scene.issuance, clipboard);
        const Access::Ptr access = accessOf(std::move(tokens));
        page->showAdvice(adviceOn(scene.draft, {access, scene.clock.now(), true, {}}), access);
        page->resize(1100, 760);
        page->show();
    }

    [[nodiscard]] QPushButton *button(const QString &name) const { return named<QPushButton>(*page, name); }

    [[nodiscard]] QString said() const
    {
        auto *const list = named<QWidget>(*page, u"Advice"_qs);
        return list ? list->accessibleDescription() : QString();
    }
};

} // namespace

/// What Review says about the request, and the ways back that mend it.
class ReviewAdviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNotThereWithoutReason()
    {
        Page page;
        page.scene.tick(Action::Read, u"billing"_qs);
        page.open();
        QCOMPARE(page.said(), QString());
    }

    void leavesRoomForThePermissions()
    {
        Page page;
        page.scene.draft.permissions.setAllDatabases(Action::Write, true);
        page.scene.draft.permissions.setAllDatabases(Action::Read, true);
        page.scene.tick(Action::Read, u"billing"_qs);
        page.scene.draft.expiry.kind = ExpiryChoice::Kind::Never;
        page.open({tokenOf(page.scene.draft.description, u"r:* w:*"_qs)});
        QTRY_VERIFY(page.page->minimumSizeHint().height() <= 760);
        QTRY_VERIFY(named<QWidget>(*page.page, u"Advice"_qs)->height() < 200);
    }

    void saysAllOfIt()
    {
        Page page;
        page.scene.draft.permissions.setAllDatabases(Action::Write, true);
        page.scene.draft.permissions.setAllDatabases(Action::Read, true);
        page.scene.tick(Action::Read, u"billing"_qs);
        page.scene.draft.expiry.kind = ExpiryChoice::Kind::Never;
        page.open({tokenOf(page.scene.draft.description, u"r:* w:*"_qs)});
        for (const QString &each :
             {u"Danger: It can write to every"_qs, u"Caution: It can read every"_qs,
              u"It never expires. If it leaks"_qs, u"An active token has the same description"_qs,
              u"redundant"_qs, u"An active token has the same permissions"_qs})
            QVERIFY2(page.said().contains(each), qPrintable(each));
    }

    void aRemedyLeadsBack_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("kind");
        using Kind = Remedy::Kind;
        QTest::newRow("one by one") << u"Back and name them one by one"_qs << int(Kind::NameOneByOne);
        QTest::newRow("90 days") << u"Back and expire in 90 days"_qs << int(Kind::ExpireInDays);
        QTest::newRow("remove") << u"Back and remove it"_qs << int(Kind::RemoveMissing);
        QTest::newRow("suffix") << u"Back and add a suffix"_qs << int(Kind::Describe);
    }

    void aRemedyLeadsBack()
    {
        QFETCH(const QString, button);
        QFETCH(const int, kind);
        Page page;
        page.scene.draft.permissions.setAllDatabases(Action::Write, true);
        page.scene.tick(Action::Read, u"later"_qs);
        page.scene.draft.expiry.kind = ExpiryChoice::Kind::Never;
        page.open({tokenOf(page.scene.draft.description, {})});
        const TokenRequest before = page.scene.issuance->request();
        QList<Remedy> chosen;
        connect(page.page.get(), &ReviewPage::remedyChosen, this,
                [&](const Remedy &remedy) { chosen << remedy; });
        QVERIFY(page.button(button));
        page.button(button)->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(int(chosen.front().kind), kind);
        QVERIFY(page.scene.issuance->request() == before);
    }

    void noWayBackWhileCreating()
    {
        Page page;
        page.scene.draft.permissions.setAllDatabases(Action::Write, true);
        page.open({tokenOf(u"other"_qs, u"w:*"_qs)});
        const QString remedy = u"Back and name them one by one"_qs;
        QTRY_VERIFY(page.scene.issuance->state().canCreate());
        QVERIFY(page.button(remedy)->isEnabled());
        page.scene.issuance->create();
        QTRY_COMPARE(page.scene.issuance->state().phase, IssuanceState::Phase::Creating);
        QVERIFY(!page.button(remedy)->isEnabled());
        QVERIFY(page.button(u"Show it"_qs)->isEnabled());
    }

    void showsTheTokens()
    {
        Page page;
        page.scene.tick(Action::Read, u"billing"_qs);
        Token ending = tokenOf(u"<i>Two</i>\u202e"_qs, u"r:billing"_qs);
        ending.expiresAt = page.scene.clock.now().addDays(3);
        page.open({tokenOf(u"One"_qs, u"r:billing"_qs), ending});
        page.button(u"Show them"_qs)->click();
        auto *const dialog = page.page->findChild<QDialog *>();
        QVERIFY(dialog && dialog->isVisible() && dialog->windowModality() == Qt::WindowModal);
        auto *const table = named<QTableWidget>(*dialog, u"Active tokens"_qs);
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(0, 1)->text(), u"never"_qs);
        QCOMPARE(table->item(1, 0)->text(), u"<i>Two</i>⟨U+202E⟩"_qs);
        QCOMPARE(table->item(1, 1)->text(), u"Thu 2026-11-26 (in 3 days)"_qs);
        table->setCurrentCell(1, 0);
        named<QPushButton>(*dialog, u"Copy ID"_qs)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), ending.id);
        named<QPushButton>(*dialog, u"Close"_qs)->click();
        QVERIFY(!dialog->isVisible());
    }

    void takesNoNameForMarkup()
    {
        Page page;
        page.scene.tick(Action::Read, u"<b>x</b>\u202e"_qs);
        page.open();
        QVERIFY2(page.said().contains(u"<b>x</b>⟨U+202E⟩ is not on this cluster"_qs),
                 qPrintable(page.said()));
        QVERIFY(allLabelsArePlain(*page.page));
    }
};

QTEST_MAIN(ReviewAdviceTest)
#include "tst_reviewadvice.moc"
