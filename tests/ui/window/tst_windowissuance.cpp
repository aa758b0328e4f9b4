// SPDX-License-Identifier: MIT
#include "ui/window/windowscene.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace tokenry;
using namespace tokenry::testsupport;

namespace
{

const QByteArray secret =
    QByteArrayLiteral("apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000");

Creation creationOf(const Token &token)
{
    Creation creation;
    creation.secret = Secret::copyOf(secret);
    creation.token = token;
    return creation;
}

} // namespace

/// From the form through Review and back, as far as the window is concerned.
class WindowIssuanceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowScene> m_scene;

    Person &person() { return m_scene->person; }

    void openReview()
    {
        m_scene = std::make_unique<WindowScene>();
        m_scene->open();
        QTRY_COMPARE(m_scene->rows(), 3);
        QVERIFY(person().type(u"Description"_qs, u"Telegraf edge"_qs));
        QVERIFY(person().clickCell(u"Databases"_qs, u"Write on billing"_qs));
        QVERIFY(person().click(u"Review…"_qs));
        QVERIFY(person().sees(u"Create token"_qs));
    }

    void create()
    {
        QTRY_VERIFY(person().find(u"Create token"_qs)->isEnabled());
        QVERIFY(person().click(u"Create token"_qs));
    }

    /// The token as it was asked for, or one that may write everything.
    [[nodiscard]] Token answered(bool odd) const
    {
        Token token = m_scene->faithful();
        if (odd)
            token.permissions = PermissionSet({{Resource::allDatabases(), Action::Write}});
        return token;
    }

    /// \a created: the token is made as it was asked for, and found.
    void loseTheAnswer(bool created = true)
    {
        m_scene->loseAnswers(created);
        create();
        QTRY_VERIFY(person().reads(created ? u"The token was created, and its secret did not arrive."_qs
                                           : u"No such token is on the cluster so far."_qs));
    }

    /// What an earlier run left on the profile's cluster.
    void leave(const QString &slug)
    {
        const auto profile = std::ranges::find(m_scene->store.profiles, slug, &Profile::slug);
        const ClusterAddress &address = profile->address;
        LedgerEntry entry;
        entry.id = u"left"_qs;
        entry.profileSlug = slug;
        entry.profileName = profile->name;
        entry.accountId = address.accountId;
        entry.clusterId = address.clusterId;
        entry.origin = address.managementOrigin();
        entry.description = u"Grafana"_qs;
        entry.reviewedAt = m_scene->clock.now().toUTC();
        entry =
            after(entry, ledger::Sending{entry.reviewedAt, KeychainItem{u"s"_qs, u"k"_qs}, QStringList()});
        m_scene->ledger.put(after(entry, ledger::Answered{u"5555"_qs, "00"}));
    }

private Q_SLOTS:
    void cleanup() { m_scene.reset(); }

    void backKeepsTheDraft()
    {
        openReview();
        auto *const chooser = person().find<QComboBox>(u"Profile"_qs);
        QVERIFY(!chooser->isEnabled());
        QVERIFY(!chooser->toolTip().isEmpty());
        QVERIFY(person().click(u"Back"_qs));
        QVERIFY(!person().sees(u"Create token"_qs));
        QCOMPARE(person().find<QLineEdit>(u"Description"_qs)->text(), u"Telegraf edge"_qs);
        QVERIFY(chooser->isEnabled());
        QVERIFY(m_scene->cluster.created.empty());
        // And again.
        QVERIFY(person().click(u"Review…"_qs));
        QVERIFY(person().sees(u"Create token"_qs));
    }

    void whatIsKnownOfTheClusterFollowsAReload_data()
    {
        QTest::addColumn<QString>("current");
        QTest::newRow("on view") << u"prod-eu"_qs;
        QTest::newRow("behind another") << u"staging"_qs;
    }

    void whatIsKnownOfTheClusterFollowsAReload()
    {
        QFETCH(const QString, current);
        openReview();
        QVERIFY(m_scene->window->showProfile(current));
        m_scene->cluster.databases = {{u"crm"_qs, {}}, {u"billing_old"_qs, {}}};
        QVERIFY(person().click(u"Reload"_qs));
        QTRY_VERIFY(person().reads(u"2 databases"_qs));
        const QAbstractItemModel *const permissions = person().find<QTableView>(u"Permissions"_qs)->model();
        QCOMPARE(permissions->index(0, 0).data().toString(), u"billing   ⚠ missing database"_qs);
        QVERIFY(person().reads(u"billing is not on this cluster"_qs));
        QVERIFY(person().sees(u"Create token"_qs));
    }

    void doneClearsTheFormAndSaysWhatCameOfIt()
    {
        openReview();
        m_scene->cluster.onCreate = [](const EncodedCall &) {
            Token token;
            token.id = u"55555555-5555-4555-8555-555555555555"_qs;
            token.description = u"Telegraf edge"_qs;
            return creationOf(token);
        };
        create();
        QTRY_VERIFY(person().find(u"Done"_qs) && person().find(u"Done"_qs)->isEnabled());
        QVERIFY(person().click(u"Done"_qs));
        QTRY_VERIFY(person().reads(u"Created “Telegraf edge”."_qs));
        QVERIFY(person().reads(u"tokenry/prod-eu/telegraf_edge"_qs));
        QCOMPARE(person().find<QLineEdit>(u"Description"_qs)->text(), QString());
        QVERIFY(person().find<QComboBox>(u"Profile"_qs)->isEnabled());
        QVERIFY(
            m_scene->keychain.holds(m_scene->keychain.tokenItem(u"prod-eu"_qs, u"telegraf_edge"_qs), secret));
    }

    void aRefusalKeepsTheDraft()
    {
        openReview();
        m_scene->cluster.onCreate = [](const EncodedCall &) -> Result<Creation, ApiError> {
            return unexpected(FakeCluster::error(ApiError::Kind::Forbidden, 403, ApiError::Effect::None));
        };
        create();
        QTRY_VERIFY(person().reads(u"Nothing was created"_qs));
        QVERIFY(person().click(u"Back"_qs));
        QCOMPARE(person().find<QLineEdit>(u"Description"_qs)->text(), u"Telegraf edge"_qs);
    }

    void anUnclearOutcomeIsNotForgottenOnTheWayBack()
    {
        openReview();
        m_scene->loseAnswers(false);
        create();
        QTRY_VERIFY(person().reads(u"a token may exist"_qs));
        const int listings = m_scene->cluster.listings;
        QVERIFY(person().click(u"Back"_qs));
        QVERIFY(person().sees(u"Description"_qs));
        QTRY_VERIFY(person().reads(
            u"Unfinished creation “Telegraf edge”: No such token is on the cluster so far."_qs));
        QCOMPARE(person().find<QLineEdit>(u"Description"_qs)->text(), u"Telegraf edge"_qs);
        QTRY_VERIFY(m_scene->cluster.listings > listings);
    }

    void theNextReviewKnowsTheOrphan()
    {
        openReview();
        QVERIFY(!person().reads(u"An active token has the same description."_qs));
        loseTheAnswer();
        QVERIFY(!QTest::currentTestFailed());
        QVERIFY(person().click(u"Back"_qs));
        QTRY_VERIFY(person().reads(u"1 active token"_qs));
        QVERIFY(person().click(u"Review…"_qs));
        QVERIFY(person().sees(u"Create token"_qs));
        QVERIFY(person().reads(u"An active token has the same description."_qs));
        QVERIFY(person().reads(u"An active token has the same permissions."_qs));
        QCOMPARE(m_scene->cluster.created.size(), 1U);
    }

    // The API would take it for all databases.
    void aDatabaseCalledLikeTheWildcardIsNeverSent()
    {
        m_scene = std::make_unique<WindowScene>();
        m_scene->cluster.databases = {{u"*"_qs, {}}, {u"billing"_qs, {}}};
        m_scene->open();
        QTRY_COMPARE(m_scene->rows(), 2);
        QVERIFY(person().type(u"Description"_qs, u"Telegraf edge"_qs));
        auto *const table = person().find<QTableView>(u"Databases"_qs);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_B);
        QVERIFY(person().click(u"Review…"_qs));
        QVERIFY(person().sees(u"Create token"_qs));
        m_scene->cluster.onCreate = [this](const EncodedCall &) {
            return creationOf(m_scene->faithful());
        };
        create();
        QTRY_COMPARE(m_scene->cluster.created.size(), 1U);
        QVERIFY(!m_scene->cluster.created[0].body.contains("\"*\""));
        QCOMPARE(m_scene->cluster.created[0].body.count("\"billing\""), 2);
        QTRY_VERIFY(person().find(u"Done"_qs) && person().find(u"Done"_qs)->isEnabled());
        QVERIFY(person().click(u"Done"_qs));
    }

    void revokesTheOrphanAndTriesAgain()
    {
        openReview();
        loseTheAnswer();
        QVERIFY(!QTest::currentTestFailed());
        m_scene->cluster.onCreate = [this](const EncodedCall &) {
            return creationOf(m_scene->cluster.tokens.at(0));
        };
        QVERIFY(person().click(u"Revoke the orphan and try again"_qs));
        QTRY_VERIFY(person().find(u"Done"_qs) && person().find(u"Done"_qs)->isEnabled());
        QCOMPARE(m_scene->cluster.revoked, QStringList(u"55555555-5555-4555-8555-555555555555"_qs));
        QCOMPARE(m_scene->cluster.created.size(), 2U);
        QVERIFY(person().click(u"Done"_qs));
    }

    void whoLooksAlsoSaysWhatWasFound()
    {
        openReview();
        loseTheAnswer();
        QVERIFY(!QTest::currentTestFailed());
        QVERIFY(person().click(u"Look myself…"_qs));
        QTRY_VERIFY(person().sees(u"What to look for"_qs));
        for (const QString &words :
             {u"ID 55555555-5555-4555-8555-555555555555"_qs, u"Description: Telegraf edge"_qs,
              u"influxctl --account '11111111-1111-4111-8111-111111111111' --cluster "
              "'33333333-3333-4333-8333-333333333333' token list"_qs})
            QVERIFY2(person().reads(words), qPrintable(words));
        QVERIFY(person().click(u"Copy command"_qs));
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"influxctl --account"_qs));
        // Without an answer the question stays.
        QVERIFY(person().click(u"Close"_qs));
        QVERIFY(person().reads(u"The token was created, and its secret did not arrive."_qs));
        QVERIFY(person().click(u"Look myself…"_qs));
        QVERIFY(person().click(u"I have revoked it"_qs));
        QTRY_VERIFY(person().find(u"Create token"_qs)->isEnabled());
        QVERIFY(person().reads(u"Review – nothing is created yet"_qs));
        QVERIFY(m_scene->cluster.revoked.isEmpty());
        QVERIFY(std::ranges::any_of(m_scene->ledger.entries, [](const auto &entry) {
            return entry.second.outcome == LedgerEntry::Outcome::Revoked;
        }));
    }

    void isNotCalledAbsentWhileItMayStillAppear_data()
    {
        QTest::addColumn<bool>("noList");
        QTest::newRow("it is not in the list") << false;
        QTest::newRow("the list cannot be had") << true;
    }

    void isNotCalledAbsentWhileItMayStillAppear()
    {
        QFETCH(bool, noList);
        openReview();
        if (noList)
            m_scene->cluster.listError =
                FakeCluster::error(ApiError::Kind::ConnectionLost, 0, ApiError::Effect::Unclear);
        m_scene->loseAnswers(false);
        create();
        QTRY_VERIFY(person().sees(u"Look myself…"_qs));
        QVERIFY(person().click(u"Look myself…"_qs));
        QTRY_VERIFY(person().sees(u"It is not there"_qs));
        QVERIFY(!person().find(u"It is not there"_qs)->isEnabled());
        QVERIFY(person().reads(u"It may still appear"_qs));
        QVERIFY(person().find(u"I have revoked it"_qs)->isEnabled());
        QVERIFY(person().click(u"Close"_qs));
    }

    void backDuringTheRevocationCreatesNothing()
    {
        openReview();
        loseTheAnswer();
        QVERIFY(!QTest::currentTestFailed());
        QVERIFY(person().click(u"Revoke the orphan and try again"_qs));
        // Its answer may lie there already.
        QVERIFY(person().find(u"Back"_qs)->isEnabled());
        person().find<QPushButton>(u"Back"_qs)->click();
        QTRY_COMPARE(m_scene->cluster.revoked.size(), 1);
        QTest::qWait(20);
        QCOMPARE(m_scene->cluster.created.size(), 1U);
    }

    void aTokenThatIsOnlySimilarIsAskedAbout()
    {
        openReview();
        m_scene->cluster.onCreate = [this](const EncodedCall &) -> Result<Creation, ApiError> {
            Token token = m_scene->faithful();
            token.expiresAt.reset();
            m_scene->cluster.tokens = {token};
            return unexpected(
                FakeCluster::error(ApiError::Kind::ConnectionLost, 0, ApiError::Effect::Unclear));
        };
        create();
        QTRY_VERIFY(person().reads(u"The token may have been created, but not as it was asked for."_qs));
        const QString candidate =
            u"ID 55555555-5555-4555-8555-555555555555. Can write billing. Never expires."_qs;
        const auto choices = m_scene->window->findChildren<QRadioButton *>();
        const auto found = std::ranges::find_if(
            choices, [&](const QRadioButton *each) { return each->text().endsWith(candidate); });
        QRadioButton *const choice = found == choices.end() ? nullptr : *found;
        QVERIFY(choice && !choice->isChecked());
        QVERIFY(!person().reads(u"Review – the token is created"_qs));
        QVERIFY(!person().find(u"Revoke the orphan and try again"_qs)->isEnabled());
        choice->click();
        QVERIFY(person().click(u"Keep it"_qs));
        QTRY_VERIFY(person().find(u"Create token"_qs)->isEnabled());
        QVERIFY(m_scene->cluster.revoked.isEmpty());
    }

    void theNextStartSaysThatItWasToldToQuit()
    {
        m_scene = std::make_unique<WindowScene>();
        leave(u"prod-eu"_qs);
        m_scene->ledger.put(after(*m_scene->ledger.only(), ledger::Interrupted{}));
        m_scene->open(u"prod-eu"_qs);
        QTRY_VERIFY(person().reads(u"Tokenry was told to quit meanwhile."_qs));
    }

    void theWindowKeepsItsSizeWhateverComesUp()
    {
        openReview();
        const QSize chosen(900, 600);
        m_scene->window->resize(chosen);
        loseTheAnswer();
        QVERIFY(!QTest::currentTestFailed());
        const auto keepsItsSize = [&] {
            QTest::qWait(50); // layouts settle
            QCOMPARE(m_scene->window->size(), chosen);
            // And could be made smaller.
            QVERIFY(m_scene->window->minimumSizeHint().height() < 500);
        };
        keepsItsSize();
        // What it is about, and the ways on, are on view.
        for (const QString &name : {u"Revoke the orphan and try again"_qs, u"Back"_qs}) {
            const QWidget *const button = person().find(name);
            QVERIFY2(button && button->visibleRegion().boundingRect() == button->rect(), qPrintable(name));
        }
        m_scene->cluster.listError =
            FakeCluster::error(ApiError::Kind::ServerError, 500, ApiError::Effect::None, QString(900, u'x'));
        QVERIFY(person().click(u"Back"_qs));
        QTRY_VERIFY(person().reads(u"Unfinished creation “Telegraf edge”"_qs));
        const auto visibleDetails = [&] {
            QList<QToolButton *> buttons = m_scene->window->findChildren<QToolButton *>();
            buttons.removeIf([](const QToolButton *button) {
                return !button->isVisible() || button->text() != u"Details";
            });
            return buttons;
        };
        QTRY_VERIFY(!visibleDetails().isEmpty());
        for (QToolButton *const unfold : visibleDetails())
            unfold->click();
        keepsItsSize();
    }

    void tellsOfWhatAnEarlierRunLeft()
    {
        m_scene = std::make_unique<WindowScene>();
        leave(u"prod-eu"_qs);
        m_scene->open();
        QTRY_VERIFY(person().reads(u"Unfinished creation “Grafana”"_qs));
        // Elsewhere it does not concern anybody, and it waits.
        QVERIFY(m_scene->window->showProfile(u"staging"_qs));
        QTRY_VERIFY(!person().reads(u"Unfinished creation"_qs));
        QVERIFY(m_scene->window->showProfile(u"prod-eu"_qs));
        QTRY_VERIFY(person().reads(u"Unfinished creation “Grafana”"_qs));
        QVERIFY(person().click(u"Keep it"_qs));
        QTRY_VERIFY(person().reads(u"The token stays on the cluster"_qs));
        QVERIFY(person().click(u"OK"_qs));
        QTRY_VERIFY(!person().reads(u"Unfinished creation"_qs));
        QVERIFY(m_scene->ledger.only()->outcome == LedgerEntry::Outcome::Kept);
        // Nor anywhere else.
        QVERIFY(m_scene->window->showProfile(u"staging"_qs));
        QTest::qWait(50);
        QVERIFY(!person().reads(u"Unfinished creation"_qs));
        QVERIFY(m_scene->cluster.revoked.isEmpty());
    }

    void tellsOnOtherClustersWhatWasLeft()
    {
        m_scene = std::make_unique<WindowScene>();
        leave(u"staging"_qs);
        m_scene->lastProfile = u"prod-eu"_qs;
        m_scene->open();
        QTRY_VERIFY(person().reads(u"Unfinished creation “Grafana” on “staging”."_qs));
        QVERIFY(person().click(u"Go there"_qs));
        QTRY_VERIFY(person().reads(u"Unfinished creation “Grafana”: The token exists"_qs));
        QVERIFY(!person().sees(u"Go there"_qs));
        QCOMPARE(m_scene->lastProfile, u"staging"_qs);
    }

    void endedBeforeAnOddAnswerWasReadItIsToldAgain()
    {
        openReview();
        m_scene->cluster.onCreate = [this](const EncodedCall &) {
            return creationOf(answered(true));
        };
        create();
        QTRY_VERIFY(person().find(u"Done"_qs) && person().find(u"Done"_qs)->isEnabled());
        // As after SIGTERM: the window goes although the dialog is open.
        m_scene->window->endWhenSafe();
        QVERIFY(m_scene->window->close());
        QTRY_VERIFY(!m_scene->window->isVisible());
        QVERIFY(m_scene->ledger.only()->isOpen());

        m_scene->window.reset();
        m_scene->open();
        QTRY_VERIFY(person().reads(
            u"Unfinished creation “Telegraf edge”: The token was created, and the server's answer was not"_qs));
        QVERIFY(person().sees(u"Revoke it"_qs));
        QVERIFY(person().click(u"OK"_qs));
        QTRY_VERIFY(!person().reads(u"Unfinished creation"_qs));
        QVERIFY(!m_scene->ledger.only()->isOpen());
    }

    void tellsWhatWasLeftAlsoWhenReadingWasStopped()
    {
        m_scene = std::make_unique<WindowScene>();
        leave(u"prod-eu"_qs);
        m_scene->keychain.hold(FakeKeychain::Operation::Read);
        m_scene->open();
        QVERIFY(person().click(u"Stop"_qs));
        m_scene->keychain.release(FakeKeychain::Operation::Read);
        QTRY_VERIFY(person().reads(u"Unfinished creation “Grafana”: The token exists"_qs));
    }

    void whatWasLeftElsewhereCanWait()
    {
        m_scene = std::make_unique<WindowScene>();
        leave(u"staging"_qs);
        m_scene->lastProfile = u"prod-eu"_qs;
        m_scene->open();
        QTRY_VERIFY(person().sees(u"Not now"_qs));
        QVERIFY(person().click(u"Not now"_qs));
        QTRY_VERIFY(!person().reads(u"Unfinished creation"_qs));
        QVERIFY(m_scene->window->showProfile(u"staging"_qs));
        QTRY_VERIFY(person().reads(u"Unfinished creation “Grafana”: The token exists"_qs));
    }

    void tellsWhatWasLeftWithoutAProfile()
    {
        m_scene = std::make_unique<WindowScene>();
        leave(u"staging"_qs);
        const auto staging = std::ranges::find(m_scene->store.profiles, u"staging"_qs, &Profile::slug);
        const QString cluster = staging->address.clusterId;
        m_scene->store.profiles.erase(staging);
        m_scene->open();
        QTRY_VERIFY(person().reads(u"Unfinished creation “Grafana” on a cluster that no profile is for."_qs));
        QVERIFY(person().click(u"Add profile…"_qs));
        QTRY_VERIFY(person().sees(u"Cluster ID"_qs));
        QCOMPARE(person().find<QLineEdit>(u"Cluster ID"_qs)->text(), cluster);
        QVERIFY(person().reads(u"The cluster of the unfinished creation “Grafana” was filled in."_qs));
    }

    void whatWasLeftWithoutAProfileIsClosedByHand()
    {
        m_scene = std::make_unique<WindowScene>();
        leave(u"staging"_qs);
        m_scene->store.profiles.clear();
        m_scene->open();
        QTRY_VERIFY(person().reads(u"Unfinished creation “Grafana” on a cluster that no profile is for."_qs));
        QVERIFY(person().click(u"Look myself…"_qs));
        QTRY_VERIFY(person().reads(u"ID 5555"_qs));
        // What it means for the token stands beside each answer.
        QVERIFY(person().reads(u"It stays valid, until it expires or is revoked"_qs));
        QVERIFY(person().click(u"It stays"_qs));
        QTRY_VERIFY(!person().reads(u"Unfinished creation"_qs));
        QVERIFY(m_scene->ledger.only()->outcome == LedgerEntry::Outcome::Kept);
        QVERIFY(!m_scene->ledger.isHeld(u"left"_qs));
        // Nor at the next start.
        m_scene->window.reset();
        m_scene->open();
        QTest::qWait(50);
        QVERIFY(!person().reads(u"Unfinished creation"_qs));
    }

    void tellsWhatWasLeftWhereNoProfileIs()
    {
        m_scene = std::make_unique<WindowScene>();
        leave(u"staging"_qs);
        m_scene->store.profiles.clear();
        m_scene->open();
        QTRY_VERIFY(person().reads(u"Unfinished creation “Grafana” on a cluster that no profile is for."_qs));
    }

    void removingAProfileTellsWhatIsLeftWithoutIt()
    {
        m_scene = std::make_unique<WindowScene>();
        leave(u"prod-eu"_qs);
        m_scene->open();
        QTRY_VERIFY(person().reads(u"Unfinished creation “Grafana”: The token exists"_qs));
        const auto actions = m_scene->window->findChildren<QAction *>();
        const auto removal = std::ranges::find(actions, u"Remove profile…"_qs, &QAction::text);
        QVERIFY(removal != actions.end());
        (*removal)->trigger();
        QTRY_VERIFY(person().reads(u"The creation “Grafana” is unfinished"_qs));
        QVERIFY(person().click(u"Remove"_qs));
        QTRY_VERIFY(person().reads(u"Unfinished creation “Grafana” on a cluster that no profile is for."_qs));
        QVERIFY(!m_scene->ledger.isHeld(u"left"_qs));
    }

    void remembersAtOnceWhichProfileIsShown()
    {
        m_scene = std::make_unique<WindowScene>();
        m_scene->lastProfile = u"staging"_qs;
        m_scene->open();
        QCOMPARE(m_scene->lastProfile, u"staging"_qs);
        QVERIFY(m_scene->window->showProfile(u"prod-eu"_qs));
        QCOMPARE(m_scene->lastProfile, u"prod-eu"_qs);
    }

    void theClusterIsReadAgainOnceATokenIsRevoked()
    {
        m_scene = std::make_unique<WindowScene>();
        leave(u"prod-eu"_qs);
        m_scene->open();
        QTRY_VERIFY(person().sees(u"Revoke it"_qs));
        QTest::qWait(50);
        const int before = m_scene->cluster.listings;
        QVERIFY(person().click(u"Revoke it"_qs));
        QTRY_VERIFY(person().reads(u"The token was revoked."_qs));
        QTRY_VERIFY(m_scene->cluster.listings > before);
        QVERIFY(person().reads(u"The token was revoked."_qs));
    }

    void aKeychainThatIsGoneLeavesADecision()
    {
        m_scene = std::make_unique<WindowScene>();
        leave(u"prod-eu"_qs);
        m_scene->keychain.fail(FakeKeychain::Operation::Look, KeychainError::Kind::BusLost);
        m_scene->open();
        QTRY_VERIFY(person().reads(u"Whether its secret was stored cannot be told."_qs));
        QVERIFY(person().reads(u"If the keychain is gone for good"_qs));
        QVERIFY(person().sees(u"Revoke it"_qs));
        QVERIFY(person().click(u"Keep it"_qs));
        QTRY_VERIFY(person().reads(u"Its secret may be in the keychain."_qs));
        QVERIFY(m_scene->ledger.only()->outcome == LedgerEntry::Outcome::Kept);
    }

    void doesNotCloseWhileCreating()
    {
        openReview();
        create();
        QTRY_COMPARE(m_scene->cluster.created.size(), 1U);
        QVERIFY(person().sees(u"Stop waiting"_qs));
        QVERIFY(!m_scene->window->close());
        QVERIFY(m_scene->window->isVisible());
        QVERIFY(person().reads(u"A token is being created."_qs));
        m_scene->cluster.answerCreation(
            unexpected(FakeCluster::error(ApiError::Kind::ServerError, 500, ApiError::Effect::None)));
        QTRY_VERIFY(!person().sees(u"Stop waiting"_qs));
        QVERIFY(m_scene->window->close());
    }

    void closingWhileTheKeychainIsLookedAtSendsNothing()
    {
        openReview();
        m_scene->keychain.hold(FakeKeychain::Operation::Look);
        create();
        QVERIFY(person().reads(u"Looking at the keychain once more"_qs));
        QVERIFY(m_scene->window->close());
        m_scene->keychain.release(FakeKeychain::Operation::Look);
        QTest::qWait(50);
        QVERIFY(m_scene->cluster.created.empty());
    }

    void asksTheDesktopToWaitUntilTheSecretIsSafe()
    {
        openReview();
        QVERIFY(!m_scene->inhibitor.isHeld);
        m_scene->keychain.hold(FakeKeychain::Operation::Write);
        create();
        QTRY_COMPARE(m_scene->cluster.created.size(), 1U);
        QVERIFY(m_scene->inhibitor.isHeld);
        m_scene->cluster.answerCreation(creationOf(Token{}));
        QTRY_COMPARE(m_scene->keychain.calls(FakeKeychain::Operation::Write), 1);
        QVERIFY(m_scene->inhibitor.isHeld);
        m_scene->keychain.fail(FakeKeychain::Operation::Write, KeychainError::Kind::Failed);
        m_scene->keychain.release(FakeKeychain::Operation::Write);
        QTRY_VERIFY(person().sees(u"Retry save"_qs));
        QVERIFY(m_scene->inhibitor.isHeld);
        QVERIFY(person().click(u"Discard secret"_qs));
        QVERIFY(person().click(u"Discard for good"_qs));
        QVERIFY(!m_scene->inhibitor.isHeld);
        // Once for all of it.
        QCOMPARE(m_scene->inhibitor.reasons.size(), 1);
        QVERIFY(person().click(u"Done"_qs));
    }

    void givesTheDesktopBackWhatARefusalNeedsNoMore()
    {
        openReview();
        create();
        QTRY_COMPARE(m_scene->cluster.created.size(), 1U);
        QVERIFY(m_scene->inhibitor.isHeld);
        m_scene->cluster.answerCreation(
            unexpected(FakeCluster::error(ApiError::Kind::ServerError, 500, ApiError::Effect::None)));
        QTRY_VERIFY(!m_scene->inhibitor.isHeld);
    }

    void endsByItselfWhenItWasAskedTo_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::addColumn<bool>("odd");
        QTest::newRow("stored") << false << false;
        QTest::newRow("refused") << true << false;
        QTest::newRow("stored, permits more") << false << true;
    }

    void endsByItselfWhenItWasAskedTo()
    {
        QFETCH(bool, refused);
        QFETCH(bool, odd);
        openReview();
        create();
        QTRY_COMPARE(m_scene->cluster.created.size(), 1U);
        m_scene->window->endWhenSafe();
        QVERIFY(!m_scene->window->mayEnd());
        QVERIFY(person().reads(u"Tokenry ends by itself as soon as the secret is safe."_qs));
        if (refused)
            m_scene->cluster.answerCreation(
                unexpected(FakeCluster::error(ApiError::Kind::ServerError, 500, ApiError::Effect::None)));
        else
            m_scene->cluster.answerCreation(creationOf(answered(odd)));
        if (odd) {
            // Nobody has read it yet.
            QTRY_VERIFY(person().find(u"Done"_qs) && person().find(u"Done"_qs)->isEnabled());
            QTest::qWait(100);
            QVERIFY(m_scene->window->isVisible());
            QVERIFY(m_scene->ledger.only()->isOpen());
            QVERIFY(person().click(u"Done"_qs));
        }
        QTRY_VERIFY(!m_scene->window->isVisible());
        QVERIFY(!odd || !m_scene->ledger.only()->isOpen());
        QCOMPARE(m_scene->ledger.entries.size(), 1U);
        QCOMPARE(m_scene->ledger.only()->stage,
                 refused ? LedgerEntry::Stage::Reviewed : LedgerEntry::Stage::Stored);
    }

    void doesNotCloseWithASecretAtRisk()
    {
        openReview();
        m_scene->keychain.fail(FakeKeychain::Operation::Write, KeychainError::Kind::Failed);
        m_scene->cluster.onCreate = [](const EncodedCall &) {
            return creationOf(Token{});
        };
        create();
        QTRY_VERIFY(person().sees(u"Retry save"_qs));
        QVERIFY(!m_scene->window->close());
        QVERIFY(m_scene->window->isVisible());
        m_scene->keychain.succeed(FakeKeychain::Operation::Write);
        QVERIFY(person().click(u"Retry save"_qs));
        QVERIFY(person().click(u"Done"_qs));
        QTRY_VERIFY(m_scene->window->close());
    }
};

QTEST_MAIN(WindowIssuanceTest)
#include "tst_windowissuance.moc"
