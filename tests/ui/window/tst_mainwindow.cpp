// SPDX-License-Identifier: MIT
#include "support/democlusterprocess.h"
#include "support/fakes/influxctlsamples.h"
#include "ui/window/windowscene.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QShowEvent>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace tokenry;
using namespace tokenry::testsupport;

namespace
{

bool trigger(const QWidget &window, const QString &entry)
{
    for (QMenu *const menu : window.findChildren<QMenu *>()) {
        for (QAction *const action : menu->actions()) {
            if (action->text() == entry && action->isEnabled()) {
                action->trigger();
                return true;
            }
        }
    }
    return false;
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void welcomesWhoHasNoProfile()
    {
        WindowScene scene(false);
        scene.open();
        QCOMPARE(scene.window->windowTitle(), u"Tokenry"_qs);
        QVERIFY(scene.person.sees(u"Enter IDs…"_qs));
        QVERIFY(!scene.person.sees(u"Profile"_qs));
        QCoreApplication::processEvents();
        QCOMPARE(scene.keychain.calls(FakeKeychain::Operation::Read), 0);
    }

    void showsTheClusterOfAProfile()
    {
        WindowScene scene;
        scene.open();
        QCOMPARE(scene.window->windowTitle(), u"Tokenry – prod-eu (PRODUCTION)"_qs);
        QTRY_COMPARE(scene.rows(), 3);
        QVERIFY(scene.person.reads(u"3 databases, 0 active tokens, read 14:03"_qs));
        QVERIFY(!scene.person.sees(u"Message"_qs));
    }

    void readsOnlyTheProfileAskedFor()
    {
        WindowScene scene;
        scene.open(u"staging"_qs);
        QTRY_VERIFY(scene.cluster.listings > 0);
        QCOMPARE(scene.keychain.calls(FakeKeychain::Operation::Read), 1);
        QCOMPARE(scene.window->windowTitle(), u"Tokenry – staging (STAGING)"_qs);
    }

    void saysThatAProfileIsNotThere()
    {
        WindowScene scene;
        scene.open();
        QVERIFY(!scene.window->showProfile(u"nobody"_qs));
        QVERIFY(scene.person.reads(u"There is no profile “nobody”."_qs));
    }

    void saysWhyTheProfileAskedForIsNotOpen()
    {
        WindowScene scene;
        scene.store.broken = {{StorageError::Kind::NotToml, u"/x/prod-us.toml"_qs, 3, 7, {}, {}}};
        scene.open();
        QVERIFY(!scene.window->showProfile(u"prod-us"_qs));
        QVERIFY(scene.person.reads(u"A profile is not valid TOML."_qs));
        QVERIFY(scene.person.reads(u" is open instead."_qs));
        QVERIFY(!scene.window->showProfile(u"nobody"_qs));
        QVERIFY(scene.person.reads(u"There is no profile “nobody”."_qs));
        QVERIFY(scene.person.reads(u" is open instead."_qs));
    }

    void saysThatTheFolderOfTheProfileAskedForIsRefused()
    {
        WindowScene scene(false);
        scene.store.broken = {
            {StorageError::Kind::WritableByOthers, u"/x/tokenry/profiles"_qs, 0, 0, {}, u"group"_qs, true}};
        scene.open();
        QVERIFY(!scene.window->showProfile(u"prod-us"_qs));
        QVERIFY(
            scene.person.reads(u"The folder “profiles” was refused because other people can change it."_qs));
        QVERIFY(!scene.person.reads(u"There is no profile"_qs));
        // The way on is at hand.
        QVERIFY(scene.person.click(u"Details"_qs));
        QVERIFY(scene.person.reads(u"chmod go-w '/x/tokenry/profiles'"_qs));
    }

    void saysWhichFilesAreBroken()
    {
        WindowScene scene(false);
        scene.store.broken = {{StorageError::Kind::WritableByOthers, u"/x/a.toml"_qs, 0, 0, {}, {}},
                              {StorageError::Kind::NotToml, u"/x/b.toml"_qs, 3, 7, {}, {}}};
        scene.open();
        QVERIFY(scene.person.reads(u"2 profiles are left out."_qs));
    }

    void switchingKeepsEachDraft()
    {
        WindowScene scene;
        scene.open();
        QTRY_COMPARE(scene.rows(), 3);
        QVERIFY(scene.person.type(u"Description"_qs, u"for production"_qs));
        QVERIFY(scene.person.choose(u"Profile"_qs, u"staging"_qs));
        QTRY_COMPARE(scene.rows(), 3);
        QCOMPARE(scene.person.find<QLineEdit>(u"Description"_qs)->text(), QString());
        QVERIFY(scene.person.sees(u"STAGING"_qs));
        QVERIFY(scene.person.choose(u"Profile"_qs, u"prod-eu"_qs));
        QCOMPARE(scene.person.find<QLineEdit>(u"Description"_qs)->text(), u"for production"_qs);
    }

    void aLockedKeychainIsUnlockedOnRequest()
    {
        WindowScene scene;
        scene.keychain.fail(FakeKeychain::Operation::Read, KeychainError::Kind::Locked);
        scene.open();
        QTRY_VERIFY(scene.person.sees(u"Unlock…"_qs));
        scene.keychain.succeed(FakeKeychain::Operation::Read);
        QVERIFY(scene.person.click(u"Unlock…"_qs));
        QTRY_COMPARE(scene.rows(), 3);
        QCOMPARE(scene.keychain.calls(FakeKeychain::Operation::Unlock), 1);
        QVERIFY(!scene.person.sees(u"Message"_qs));
    }

    void unlockingServesEveryProfileThatWaits()
    {
        using Operation = FakeKeychain::Operation;
        WindowScene scene;
        scene.keychain.fail(Operation::Read, KeychainError::Kind::Locked);
        scene.open(u"prod-eu"_qs);
        QTRY_VERIFY(scene.person.sees(u"Unlock…"_qs));
        scene.keychain.hold(Operation::Unlock);
        QVERIFY(scene.person.click(u"Unlock…"_qs));
        QVERIFY(scene.person.choose(u"Profile"_qs, u"staging"_qs));
        QTRY_VERIFY(scene.person.reads(u"Waiting for the keychain's password…"_qs));
        scene.keychain.succeed(Operation::Read);
        scene.keychain.release(Operation::Unlock);
        QTRY_COMPARE(scene.rows(), 3);
        QVERIFY(scene.person.choose(u"Profile"_qs, u"prod-eu"_qs));
        QTRY_COMPARE(scene.rows(), 3);
        QCOMPARE(scene.keychain.calls(Operation::Unlock), 1);
    }

    void aProblemIsToldAgainAfterReview()
    {
        WindowScene scene;
        scene.drafts.drafts[u"prod-eu"_qs] =
            draftWith(u"Grafana"_qs, Expiry::never(),
                      PermissionSet({{*Resource::database(u"billing"_qs), Action::Read}}));
        scene.keychain.fail(FakeKeychain::Operation::Read, KeychainError::Kind::Locked);
        scene.open(u"prod-eu"_qs);
        QTRY_VERIFY(scene.person.reads(u"The keyring is locked"_qs));
        QVERIFY(scene.person.click(u"Review…"_qs));
        QTRY_VERIFY(scene.person.sees(u"Create token"_qs));
        QVERIFY(!scene.person.reads(u"The keyring is locked"_qs));
        QVERIFY(scene.person.click(u"Back"_qs));
        QTRY_VERIFY(scene.person.reads(u"The keyring is locked"_qs));
        QVERIFY(scene.person.sees(u"Unlock…"_qs));
    }

    // A list that was never read is not an empty one.
    void claimsNothingAboutDatabasesThatWereNotRead()
    {
        WindowScene scene;
        scene.drafts.drafts[u"prod-eu"_qs] =
            draftWith(u"Grafana"_qs, Expiry::never(),
                      PermissionSet({{*Resource::database(u"billing"_qs), Action::Read},
                                     {*Resource::database(u"crm"_qs), Action::Read},
                                     {Resource::allDatabases(), Action::Write}}));
        scene.keychain.fail(FakeKeychain::Operation::Read, KeychainError::Kind::Locked);
        scene.open(u"prod-eu"_qs);
        QTRY_VERIFY(scene.person.sees(u"Unlock…"_qs));
        QCOMPARE(scene.rows(), 2);
        QVERIFY(!scene.person.reads(u"ticked singly"_qs));
        QVERIFY(!scene.person.sees(u"Name them one by one instead, write"_qs));
        QCOMPARE(scene.person.find<QPushButton>(u"Show problems"_qs)->text(), u"Problems 0"_qs);
        QVERIFY(scene.person.click(u"Show problems"_qs));
        QVERIFY(scene.person.reads(u"a name may not be on it"_qs));
        QVERIFY(scene.person.click(u"Review…"_qs));
        QTRY_VERIFY(scene.person.sees(u"Permissions"_qs));
        QVERIFY(!scene.person.reads(u"ticked singly"_qs));
        const QAbstractItemModel *const permissions =
            scene.person.find<QTableView>(u"Permissions"_qs)->model();
        QCOMPARE(permissions->index(0, 0).data().toString(), u"*  every database, also any added later"_qs);
        QCOMPARE(permissions->index(1, 0).data().toString(), u"billing"_qs);
    }

    void aProfileAskedForDuringReviewOpensAfterIt()
    {
        WindowScene scene;
        scene.open(u"prod-eu"_qs);
        QTRY_COMPARE(scene.rows(), 3);
        QVERIFY(scene.person.type(u"Description"_qs, u"Telegraf edge"_qs));
        QVERIFY(scene.person.clickCell(u"Databases"_qs, u"Write on billing"_qs));
        QVERIFY(scene.person.click(u"Review…"_qs));
        // As a second start does.
        QVERIFY(scene.window->showProfile(u"staging"_qs));
        QVERIFY(scene.person.reads(u"staging opens when you are done here."_qs));
        QVERIFY(scene.person.reads(u"on prod-eu"_qs));
        QVERIFY(scene.person.click(u"Back"_qs));
        QTRY_COMPARE(scene.window->windowTitle(), u"Tokenry – staging (STAGING)"_qs);
        QVERIFY(!scene.person.reads(u"opens when you are done"_qs));
    }

    void restoringTheWindowReadsNothing()
    {
        WindowScene scene;
        scene.keychain.hold(FakeKeychain::Operation::Read);
        scene.open(u"prod-eu"_qs);
        QVERIFY(scene.person.click(u"Stop"_qs));
        const int reads = scene.keychain.calls(FakeKeychain::Operation::Read);
        QShowEvent restored;
        QSpontaneKeyEvent::setSpontaneous(&restored);
        qApp->notify(scene.window.get(), &restored);
        // What it begins begins in the next round of the event loop.
        QCoreApplication::processEvents();
        QCOMPARE(scene.keychain.calls(FakeKeychain::Operation::Read), reads);
    }

    void asksForThePasswordOnceAndSaysWhatBecomesOfIt()
    {
        using Operation = FakeKeychain::Operation;
        WindowScene scene;
        scene.keychain.fail(Operation::Read, KeychainError::Kind::Locked);
        scene.open();
        QTRY_VERIFY(scene.person.sees(u"Unlock…"_qs));
        scene.keychain.hold(Operation::Unlock);
        QVERIFY(scene.person.click(u"Unlock…"_qs));
        QTRY_VERIFY(scene.person.reads(u"Waiting for the keychain's password…"_qs));
        QVERIFY(!scene.person.sees(u"Unlock…"_qs));
        QVERIFY(scene.person.sees(u"Stop waiting"_qs));
        scene.keychain.fail(Operation::Unlock, KeychainError::Kind::Dismissed);
        scene.keychain.release(Operation::Unlock);
        QTRY_VERIFY(scene.person.reads(u"The keyring stayed locked: the password was not given."_qs));
        QCOMPARE(scene.keychain.calls(Operation::Unlock), 1);
        scene.keychain.succeed(Operation::Unlock);
        scene.keychain.succeed(Operation::Read);
        QVERIFY(scene.person.click(u"Unlock…"_qs));
        QTRY_COMPARE(scene.rows(), 3);
        QCOMPARE(scene.keychain.calls(Operation::Unlock), 2);
    }

    void anOriginIsAllowedOnce()
    {
        WindowScene scene;
        scene.trusted = {};
        scene.open();
        QTRY_VERIFY(scene.person.sees(u"Allow"_qs));
        QCOMPARE(scene.cluster.listings, 0);
        QVERIFY(scene.person.click(u"Allow"_qs));
        QTRY_COMPARE(scene.rows(), 3);
    }

    void oldRowsStayWhenReadingFails()
    {
        WindowScene scene;
        scene.open();
        QTRY_COMPARE(scene.rows(), 3);
        scene.cluster.listError =
            FakeCluster::error(ApiError::Kind::Unauthorized, 401, ApiError::Effect::None);
        QVERIFY(scene.person.click(u"Reload"_qs));
        QTRY_VERIFY(scene.person.reads(u"did not accept the management token"_qs));
        QCOMPARE(scene.rows(), 3);
        QVERIFY(scene.person.reads(u"as of 14:03"_qs));
        QVERIFY(scene.person.sees(u"Edit profile…"_qs));
    }

    void aProfileIsAddedAndShown()
    {
        WindowScene scene(false);
        scene.open();
        QVERIFY(scene.person.click(u"Enter IDs…"_qs));
        QVERIFY(scene.person.type(u"Profile name"_qs, u"Mine"_qs));
        QVERIFY(scene.person.type(u"Account ID"_qs, u"11111111-1111-4111-8111-111111111111"_qs));
        QVERIFY(scene.person.type(u"Cluster ID"_qs, u"33333333-3333-4333-8333-333333333333"_qs));
        QVERIFY(scene.person.type(u"Management token"_qs, u"M.V1.FAKE0000"_qs));
        QVERIFY(scene.person.click(u"Save"_qs));
        QTRY_COMPARE(scene.rows(), 3);
        QCOMPARE(scene.window->windowTitle(), u"Tokenry – Mine (PRODUCTION)"_qs);
        QCOMPARE(scene.store.profiles.front().slug, u"mine"_qs);
    }

    void aTokenForTheSessionServesTheAccountsNextProfile()
    {
        WindowScene scene(false);
        scene.open();
        QVERIFY(scene.person.click(u"Enter IDs…"_qs));
        QVERIFY(scene.person.type(u"Profile name"_qs, u"One"_qs));
        QVERIFY(scene.person.type(u"Account ID"_qs, u"11111111-1111-4111-8111-111111111111"_qs));
        QVERIFY(scene.person.type(u"Cluster ID"_qs, u"33333333-3333-4333-8333-333333333333"_qs));
        QVERIFY(scene.person.type(u"Management token"_qs, u"eyJ0.FAKE.FAKE"_qs));
        QVERIFY(scene.person.click(u"Save"_qs));
        QTRY_COMPARE(scene.rows(), 3);
        QVERIFY(trigger(*scene.window, u"Add profile…"_qs));
        QVERIFY(scene.person.type(u"Profile name"_qs, u"Two"_qs));
        QVERIFY(scene.person.type(u"Account ID"_qs, u"11111111-1111-4111-8111-111111111111"_qs));
        QVERIFY(scene.person.type(u"Cluster ID"_qs, u"44444444-4444-4444-8444-444444444444"_qs));
        QVERIFY(scene.person.click(u"Test connection"_qs));
        QTRY_VERIFY(scene.person.reads(u"The connection works."_qs));
        QVERIFY(scene.person.click(u"Save"_qs));
        QTRY_COMPARE(scene.window->windowTitle(), u"Tokenry – Two (PRODUCTION)"_qs);
        QTRY_COMPARE(scene.rows(), 3);
        QCOMPARE(scene.keychain.calls(FakeKeychain::Operation::Read), 0);
        QCOMPARE(scene.keychain.itemCount(), 0);
    }

    void ofATokenTypedByHandTheFileKeepsNothing()
    {
        WindowScene scene;
        scene.open();
        QTRY_COMPARE(scene.rows(), 3);
        auto *const field = scene.person.find<QLineEdit>(u"Description"_qs);
        const QString token = u"apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000"_qs;
        QTest::keyClicks(field, u"Telegraf "_qs + token.left(20));
        QVERIFY(scene.person.clickCell(u"Databases"_qs, u"Read on billing"_qs));
        const auto &kept = scene.drafts.drafts;
        QTRY_VERIFY(kept.contains(u"prod-eu"_qs));
        QCOMPARE(kept.at(u"prod-eu"_qs).description, u"Telegraf "_qs + token.left(20));
        QTest::keyClick(field, Qt::Key_End);
        QTest::keyClicks(field, token.mid(20));
        // At once: the program may end any moment.
        QCOMPARE(kept.at(u"prod-eu"_qs).description, QString());
        QCOMPARE(field->text(), QString(u"Telegraf "_qs + token));
        while (scene.person.find<QToolButton>(u"Undo"_qs)->isEnabled()) {
            QVERIFY(scene.person.click(u"Undo"_qs));
            scene.window->keepDrafts();
            // What stands in the field is the person's to take out; the draft never has it again.
            QVERIFY(!kept.contains(u"prod-eu"_qs) ||
                    !kept.at(u"prod-eu"_qs).description.contains(u"apiv1"_qs));
        }
        QTRY_VERIFY(!kept.contains(u"prod-eu"_qs));
    }

    void reviewOpensWithTheKeyboardInThePermissions()
    {
        WindowScene scene;
        scene.open();
        QTRY_COMPARE(scene.rows(), 3);
        QVERIFY(scene.person.type(u"Description"_qs, u"Telegraf edge-west"_qs));
        QVERIFY(scene.person.clickCell(u"Databases"_qs, u"Write on billing"_qs));
        QVERIFY(scene.person.click(u"Review…"_qs));
        auto *const table = scene.person.find<QTableView>(u"Permissions"_qs);
        QVERIFY(table && table->hasFocus());
        QVERIFY(!table->selectionModel()->hasSelection());
        for (const QLineEdit *const field : scene.window->findChildren<QLineEdit *>())
            QVERIFY(!field->isVisible() || !field->hasSelectedText());
    }

    void aProfileIsRemovedAfterAQuestion()
    {
        WindowScene scene;
        scene.open();
        QTRY_COMPARE(scene.rows(), 3);
        for (const QString &name : {u"prod-eu"_qs, u"staging"_qs}) {
            QVERIFY(trigger(*scene.window, u"Remove profile…"_qs));
            auto *const question = scene.window->findChild<QMessageBox *>();
            QVERIFY(question && question->text().contains(name));
            QCOMPARE(question->defaultButton()->text().remove(u'&'), u"Cancel"_qs);
            QVERIFY(scene.person.click(u"Remove"_qs));
            QTRY_VERIFY(!scene.window->findChild<QMessageBox *>());
        }
        QVERIFY(scene.store.profiles.empty());
        QVERIFY(scene.person.sees(u"Enter IDs…"_qs));
        // The management tokens stay.
        QCOMPARE(scene.keychain.itemCount(), 2);
    }

    // The others were visited before, in either order: each keeps its page.
    void theProfileOnViewIsRemoved_data()
    {
        QTest::addColumn<QStringList>("visited");
        QTest::newRow("the first of the list") << QStringList{u"staging"_qs, u"prod-eu"_qs};
        QTest::newRow("the last of the list") << QStringList{u"staging"_qs};
        QTest::newRow("the only one visited") << QStringList{};
    }

    void theProfileOnViewIsRemoved()
    {
        QFETCH(const QStringList, visited);
        WindowScene scene;
        scene.drafts.drafts[u"prod-eu"_qs].description = u"for production"_qs;
        scene.drafts.drafts[u"staging"_qs].description = u"for staging"_qs;
        scene.open();
        QTRY_COMPARE(scene.rows(), 3);
        for (const QString &slug : visited)
            QVERIFY(scene.person.choose(u"Profile"_qs, slug));
        const bool removesStaging = visited.size() == 1;
        const QString removed = removesStaging ? u"staging"_qs : u"prod-eu"_qs;
        const QString kept = removesStaging ? u"prod-eu"_qs : u"staging"_qs;
        QVERIFY(trigger(*scene.window, u"Remove profile…"_qs));
        QVERIFY(scene.person.click(u"Remove"_qs));
        QTRY_VERIFY(scene.window->windowTitle().contains(kept));
        QTRY_COMPARE(scene.rows(), 3);
        QCOMPARE(scene.person.find<QLineEdit>(u"Description"_qs)->text(),
                 scene.drafts.drafts[kept].description);
        QVERIFY(!scene.drafts.drafts.contains(removed));
        QVERIFY(scene.drafts.drafts.contains(kept));
    }

    void theDemoClusterSaysWhyItDoesNotStart()
    {
        WindowScene scene(false);
        scene.demoProgram = u"/nonexistent/tokenry-demo-cluster"_qs;
        scene.open();
        QVERIFY(scene.person.click(u"Try the demo cluster"_qs));
        QTRY_VERIFY(scene.person.reads(u"The demo cluster is not installed."_qs));
        QVERIFY(scene.person.sees(u"Enter IDs…"_qs));
    }

    void theDemoClustersAreCalledDemo()
    {
        WindowScene scene(false);
        scene.demoProgram = QStringLiteral(TOKENRY_DEMO_CLUSTER);
        scene.open();
        QVERIFY(scene.person.click(u"Try the demo cluster"_qs));
        QTRY_VERIFY_WITH_TIMEOUT(scene.person.sees(u"Demo"_qs), 20'000);
        QCOMPARE(scene.window->windowTitle(), u"Tokenry – Demo production (PRODUCTION)"_qs);
        QTRY_COMPARE(scene.rows(), 3);
        QCOMPARE(scene.cluster.listings, 2); // databases and tokens of one of the three clusters
        // It is not a profile to be changed or kept.
        QVERIFY(!trigger(*scene.window, u"Remove profile…"_qs));
        QVERIFY(scene.store.profiles.empty());
        scene.window->close();
        for (const auto &[slug, view] : scene.views)
            QVERIFY2(view.isEmpty(), qPrintable(slug));
    }

    void whoAskedForTheDemoHasNothingElseRead()
    {
        WindowScene scene;
        scene.demoProgram = QStringLiteral(TOKENRY_DEMO_CLUSTER);
        scene.openDemo();
        QTRY_COMPARE_WITH_TIMEOUT(scene.rows(), 3, 20'000);
        QCOMPARE(scene.window->windowTitle(), u"Tokenry – Demo production (PRODUCTION)"_qs);
        QCOMPARE(scene.keychain.calls(FakeKeychain::Operation::Read), 0);
    }

    void aDemoThatComesUpLeavesReviewAlone()
    {
        WindowScene scene;
        scene.demoProgram = QStringLiteral(TOKENRY_DEMO_CLUSTER);
        scene.open();
        QTRY_COMPARE(scene.rows(), 3);
        QVERIFY(scene.person.type(u"Description"_qs, u"Telegraf edge"_qs));
        QVERIFY(scene.person.clickCell(u"Databases"_qs, u"Write on billing"_qs));
        QVERIFY(scene.person.click(u"Review…"_qs));
        QVERIFY(scene.person.sees(u"Create token"_qs));
        scene.window->startDemo();
        auto *const chooser = scene.person.find<QComboBox>(u"Profile"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(chooser->findText(u"Demo production"_qs) >= 0, 20'000);
        QVERIFY(scene.person.sees(u"Create token"_qs));
        QVERIFY(scene.person.reads(u"on prod-eu"_qs));
        QVERIFY(scene.person.click(u"Back"_qs));
        QTRY_VERIFY(scene.person.sees(u"Demo"_qs));
        QVERIFY(scene.person.choose(u"Profile"_qs, u"prod-eu"_qs));
        QCOMPARE(scene.person.find<QLineEdit>(u"Description"_qs)->text(), u"Telegraf edge"_qs);
        QVERIFY(!scene.person.sees(u"Demo"_qs)); // it is for the demo clusters only
    }

    void comesBackToTheProfileUsedLast()
    {
        WindowScene scene;
        scene.open(u"staging"_qs);
        QVERIFY(scene.window->close());
        QCOMPARE(scene.lastProfile, u"staging"_qs);
        scene.open();
        QCOMPARE(scene.window->windowTitle(), u"Tokenry – staging (STAGING)"_qs);
    }

    void remembersItsSize()
    {
        WindowScene scene;
        scene.open();
        scene.window->resize(1010, 640);
        QVERIFY(scene.window->close());
        scene.open();
        QCOMPARE(scene.window->size(), QSize(1010, 640));
    }
    // influxctl's configuration at the first start: not there, of use, or there and of none.
    void theWelcomeSaysWhatWasFound_data()
    {
        using Config = Result<InfluxctlConfig, StorageError>;
        using Kind = StorageError::Kind;
        QTest::addColumn<std::function<Config()>>("make");
        QTest::addColumn<QString>("says");
        const QString unusable = u"Its configuration is there, but"_qs;
        const auto error = [](Kind kind, int line) -> std::function<Config()> {
            return [=]() -> Config {
                return unexpected(StorageError{kind, u"/x/config.toml"_qs, line, 1, {}, {}});
            };
        };
        QTest::newRow("missing") << std::function<Config()>() << u"was not found"_qs;
        QTest::newRow("usable") << std::function<Config()>([] {
            return influxctlConfig([] { return dedicatedSample(u"prod-eu"_qs); });
        }) << u"can be taken over as they are"_qs;
        QTest::newRow("broken") << error(Kind::NotToml, 3) << unusable;
        QTest::newRow("others can write it") << error(Kind::WritableByOthers, 0) << unusable;
        QTest::newRow("no profile") << std::function<Config()>([] { return influxctlConfig(); }) << unusable;
        QTest::newRow("faulty profiles only") << std::function<Config()>([] {
            return influxctlConfig([] {
                InfluxctlProfile profile = dedicatedSample(u"typo"_qs);
                profile.fault = StorageError{Kind::MissingKey, {}, 1, 1, u"account_id"_qs, {}};
                return profile;
            });
        }) << unusable;
    }

    void theWelcomeSaysWhatWasFound()
    {
        using Make = std::function<Result<InfluxctlConfig, StorageError>()>;
        QFETCH(const Make, make);
        QFETCH(const QString, says);
        WindowScene scene(false);
        scene.influxctl.make = make;
        scene.open();
        QVERIFY(scene.person.reads(says));
        QVERIFY(scene.person.sees(u"Import from influxctl…"_qs));
    }
    void theDemoIsInTheMenuToo()
    {
        WindowScene scene;
        scene.demoProgram = u"/nonexistent/tokenry-demo-cluster"_qs;
        scene.open();
        QVERIFY(trigger(*scene.window, u"Try the demo cluster"_qs));
        QTRY_VERIFY(scene.person.reads(u"The demo cluster is not installed."_qs));
    }
    void aTokenInAFieldReachesNoFile_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("of a database")
            << QByteArrayLiteral("apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000");
        QTest::newRow("management") << QByteArrayLiteral("M.V1.FAKE0000FAKE0000FAKE0000");
    }

    // Pasted, as tokens are, into the description, the filter and a name.
    void aTokenInAFieldReachesNoFile()
    {
        QFETCH(const QByteArray, token);
        const QString pasted = QString::fromLatin1(token);
        WindowScene scene;
        scene.open();
        QTRY_COMPARE(scene.rows(), 3);
        QVERIFY(scene.person.clickCell(u"Databases"_qs, u"Read on billing"_qs));
        auto *const description = scene.person.find<QLineEdit>(u"Description"_qs);
        description->setFocus();
        description->insert(u"Telegraf "_qs + pasted);
        QVERIFY(scene.person.reads(u"This looks like a token, not a description"_qs));
        QVERIFY(scene.person.click(u"Review…"_qs));
        QVERIFY(!scene.person.sees(u"Create token"_qs));
        QVERIFY(scene.person.reads(u"This looks like a token, not a description"_qs));
        QVERIFY(scene.person.click(u"Save request…"_qs));
        QVERIFY(scene.requestFiles.files.empty());
        scene.person.find<QLineEdit>(u"Filter databases"_qs)->insert(pasted);
        QVERIFY(scene.person.reads(u"This looks like a token, not a name"_qs));
        QCOMPARE(scene.rows(), 3);
        QVERIFY(scene.person.click(u"Add a name…"_qs));
        scene.person.find<QLineEdit>(u"Name to add"_qs)->insert(pasted);
        QVERIFY(scene.person.click(u"Add name"_qs));
        QCOMPARE(scene.rows(), 3);
        QVERIFY(scene.window->close());
        for (const auto &[slug, draft] : scene.drafts.drafts)
            QCOMPARE(draft.description, QString());
        for (const auto &[slug, view] : scene.views) {
            QVERIFY(!view.contains(token));
            // As QDataStream writes text: two bytes each, the higher first.
            QByteArray written;
            for (const char each : token)
                written.append('\0').append(each);
            QVERIFY(!view.contains(written));
        }
        // Once it is removed all goes on.
        scene.open();
        QTRY_COMPARE(scene.rows(), 3);
        auto *const again = scene.person.find<QLineEdit>(u"Description"_qs);
        again->setFocus();
        again->insert(pasted);
        again->selectAll();
        QTest::keyClicks(again, u"Telegraf"_qs);
        QVERIFY(!scene.person.reads(u"This looks like a token"_qs));
        QVERIFY(scene.person.click(u"Review…"_qs));
        QVERIFY(scene.person.sees(u"Create token"_qs));
    }
    void theHelpStandsBesideTheWindow()
    {
        WindowScene scene;
        scene.open();
        QTRY_COMPARE(scene.rows(), 3);
        QVERIFY(scene.person.press(Qt::Key_F1));
        QTRY_VERIFY(scene.person.sees(u"Help text"_qs));
        QVERIFY(scene.person.reads(u"Ctrl+Z, Ctrl+Shift+Z"_qs));
        QPointer<QDialog> help = scene.window->findChild<QDialog *>();
        QVERIFY(help && !help->isModal());
        // It blocks nothing, and there is one.
        QVERIFY(scene.person.click(u"Help"_qs));
        QCOMPARE(scene.window->findChildren<QDialog *>().size(), 1);
        QTest::keyClick(help, Qt::Key_Escape);
        QTRY_VERIFY(!help);
    }

    void theHelpIsThereBeforeAnyProfile()
    {
        WindowScene scene(false);
        scene.open();
        QVERIFY(scene.person.click(u"Help"_qs));
        QTRY_VERIFY(scene.person.sees(u"Help text"_qs));
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
