// SPDX-License-Identifier: MIT
#include "base/fingerprint.h"
#include "journeys/unfinished.h"
#include "support/fakes/issuancescene.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;

namespace
{

using Phase = RecoveryState::Phase;
using Outcome = RecoveryState::Outcome;
using Stage = LedgerEntry::Stage;
using Operation = FakeKeychain::Operation;

/// Of IssuanceScene::faithful().
const QString itsId = u"55555555-5555-4555-8555-555555555555"_qs;

ApiError lost()
{
    return FakeCluster::error(ApiError::Kind::ConnectionLost, 0, ApiError::Effect::Unclear);
}

StorageError full()
{
    return {StorageError::Kind::NotWritable, u"ledger"_qs, 0, 0, {}, u"No space left on device"_qs};
}

} // namespace

/// What is written down of a creation, and what becomes of one whose outcome is not known.
class RecoveryTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<IssuanceScene> m_scene;
    std::unique_ptr<Unfinished> m_unfinished;

    const LedgerEntry &entry() const { return *m_scene->ledger.only(); }
    const Recovery &recovery() const { return *m_scene->issuance->recovery(); }

    /// A creation whose answer is lost; the token is there or not.
    void loseTheAnswer(bool isThere = true)
    {
        m_scene->cluster.onCreate = [this, isThere](const EncodedCall &) -> Result<Creation, ApiError> {
            if (isThere)
                m_scene->cluster.tokens.push_back(m_scene->faithful());
            return unexpected(lost());
        };
        create();
        QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Unclear);
    }

    void create()
    {
        QTRY_VERIFY(m_scene->issuance->state().canCreate());
        m_scene->issuance->create();
    }

    void revokeForReal()
    {
        m_scene->cluster.onRevoke = [this](const QString &id) -> Result<Done, ApiError> {
            std::erase_if(m_scene->cluster.tokens, [&](const Token &token) { return token.id == id; });
            return Done{};
        };
    }

    /// The program ended; what follows is the next start.
    Recovery *startAgain()
    {
        m_scene->issuance.reset();
        m_unfinished =
            std::make_unique<Unfinished>(m_scene->ledger, m_scene->cluster.factory(), m_scene->keychain);
        m_unfinished->takeUp(m_scene->session);
        for (int turn = 0; turn < 10; ++turn)
            QCoreApplication::processEvents();
        return m_unfinished->toTell(*m_scene->session);
    }

private Q_SLOTS:
    void init()
    {
        m_scene = std::make_unique<IssuanceScene>();
        m_scene->tick(Action::Write, u"billing"_qs);
        m_scene->start();
    }

    void cleanup()
    {
        m_unfinished.reset();
        m_scene.reset();
    }

    void writesEachStepBeforeWhatItIsFor()
    {
        QCOMPARE(entry().stage, Stage::Reviewed);
        QCOMPARE(entry().description, m_scene->draft.description);
        QVERIFY(isOf(entry(), m_scene->profile.address));
        std::optional<Stage> atThePost;
        m_scene->cluster.onCreate = [&](const EncodedCall &) -> Result<Creation, ApiError> {
            atThePost = entry().stage;
            Creation creation;
            creation.secret = Secret::copyOf(IssuanceScene::secret());
            creation.token = m_scene->faithful();
            return creation;
        };
        m_scene->keychain.hold(Operation::Write);
        create();
        QTRY_COMPARE(m_scene->keychain.calls(Operation::Write), 1);
        QVERIFY(atThePost == Stage::Sending);
        QVERIFY(entry().clickedAt.isValid());
        // Nothing is in the keychain yet, and the token is known already.
        QCOMPARE(entry().stage, Stage::Answered);
        QCOMPARE(entry().tokenId, itsId);
        QCOMPARE(entry().fingerprint, fingerprintOf(Secret::copyOf(IssuanceScene::secret())));
        QVERIFY(entry().item == m_scene->issuance->keychainItem());
        m_scene->keychain.release(Operation::Write);
        QTRY_COMPARE(entry().stage, Stage::Stored);
    }

    void nothingRemainsOfAReviewThatWasLeft()
    {
        m_scene->issuance.reset();
        QVERIFY(m_scene->ledger.entries.empty());
    }

    void nothingIsSentThatIsNotWrittenDown_data()
    {
        QTest::addColumn<bool>("atTheClick");
        QTest::newRow("when Review opens") << false;
        QTest::newRow("at the click") << true;
    }

    void nothingIsSentThatIsNotWrittenDown()
    {
        QFETCH(bool, atTheClick);
        QTRY_VERIFY(m_scene->issuance->state().canCreate());
        m_scene->ledger.failure = full();
        if (atTheClick)
            m_scene->issuance->create();
        else
            m_scene->issuance->openRecord();
        QTRY_COMPARE(m_scene->issuance->state().ledgerError, std::optional(full()));
        QVERIFY(!m_scene->issuance->state().canCreate());
        QVERIFY(m_scene->cluster.created.empty());
        m_scene->ledger.failure.reset();
        m_scene->issuance->openRecord();
        QVERIFY(m_scene->issue());
        QTRY_COMPARE(entry().stage, Stage::Stored);
    }

    void aFullDiskAfterTheAnswerKeepsNoSecretFromTheKeychain()
    {
        m_scene->answerWith(m_scene->faithful());
        m_scene->cluster.onCreate = [this, answer = m_scene->cluster.onCreate](const EncodedCall &call) {
            m_scene->ledger.failure = full();
            return answer(call);
        };
        create();
        QTRY_COMPARE(m_scene->issuance->state().custody, IssuanceState::Custody::Stored);
    }

    void aRefusalLeavesNothingOpen()
    {
        m_scene->cluster.onCreate = [](const EncodedCall &) -> Result<Creation, ApiError> {
            return unexpected(FakeCluster::error(ApiError::Kind::Forbidden, 403, ApiError::Effect::None));
        };
        create();
        QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::NotCreated);
        QCOMPARE(entry().stage, Stage::Reviewed);
    }

    void looksByItselfAndRevokesAndCreatesAgain()
    {
        loseTheAnswer();
        QTRY_COMPARE(recovery().state().phase, Phase::Found);
        QCOMPARE(recovery().state().chosen, itsId);
        revokeForReal();
        m_scene->answerWith(m_scene->faithful());
        m_scene->issuance->revokeOrphanAndCreate();
        QTRY_COMPARE(m_scene->issuance->state().custody, IssuanceState::Custody::Stored);
        QCOMPARE(m_scene->cluster.revoked, QStringList(itsId));
        QCOMPARE(m_scene->cluster.created.size(), 2U);
        QCOMPARE(m_scene->ledger.entries.size(), 2U);
    }

    void theNextClickEndsTheSearchOfTheOneBefore()
    {
        loseTheAnswer();
        QTRY_COMPARE(recovery().state().phase, Phase::Found);
        m_scene->issuance->recovery()->keep();
        QTRY_VERIFY(m_scene->issuance->state().canCreate());
        QVERIFY(m_scene->issuance->recovery());
        m_scene->keychain.fail(FakeKeychain::Operation::Look, KeychainError::Kind::Missing);
        m_scene->issuance->create();
        QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Reviewing);
        QVERIFY(!m_scene->issuance->recovery());
    }

    void revokesNothingThatAnotherInstanceHasMeanwhile()
    {
        loseTheAnswer();
        QTRY_COMPARE(recovery().state().phase, Phase::Found);
        // Its answer came after the list was read here.
        LedgerEntry other = entry();
        other.id = u"other"_qs;
        m_scene->ledger.put(after(other, ledger::Answered{itsId, "00"}));
        m_scene->issuance->recovery()->revoke();
        QTRY_COMPARE(recovery().state().phase, Phase::NotThere);
        QVERIFY(m_scene->cluster.revoked.isEmpty());
    }

    void createsNothingWhenTheOrphanCannotBeRevoked()
    {
        loseTheAnswer();
        QTRY_COMPARE(recovery().state().phase, Phase::Found);
        m_scene->cluster.onRevoke = [](const QString &) -> Result<Done, ApiError> {
            return unexpected(FakeCluster::error(ApiError::Kind::Forbidden, 403, ApiError::Effect::None));
        };
        m_scene->issuance->revokeOrphanAndCreate();
        QTRY_VERIFY(recovery().state().problem.has_value());
        QCOMPARE(recovery().state().phase, Phase::Found);
        QCOMPARE(m_scene->cluster.created.size(), 1U);
        // And a later decision does not create either.
        m_scene->issuance->recovery()->keep();
        QTRY_VERIFY(m_scene->issuance->state().canCreate());
        QCOMPARE(m_scene->cluster.created.size(), 1U);
    }

    void keepsWhatIsKeptOutOfLaterSearches()
    {
        loseTheAnswer();
        QTRY_COMPARE(recovery().state().phase, Phase::Found);
        m_scene->issuance->recovery()->keep();
        QCOMPARE(recovery().state().outcome, Outcome::Kept);
        m_scene->cluster.onCreate = [](const EncodedCall &) -> Result<Creation, ApiError> {
            return unexpected(lost());
        };
        create();
        QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Unclear);
        QTRY_COMPARE(recovery().state().phase, Phase::NotThere);
    }

    void looksAgainUntilItIsFinal()
    {
        const auto hold = m_scene->cluster.factory();
        m_scene->cluster.serverTime = m_scene->clock.now();
        loseTheAnswer(false);
        QTRY_COMPARE(recovery().state().phase, Phase::NotThere);
        QVERIFY(!recovery().state().isFinal);
        m_scene->issuance->recovery()->close();
        QCOMPARE(recovery().state().phase, Phase::NotThere);
        m_scene->issuance.reset();

        // The question goes on at the next start, with short pauses here.
        auto found = m_scene->ledger.takeUnfinished([](const LedgerEntry &) { return true; });
        QCOMPARE(found.records.size(), 1U);
        Recovery again(std::move(found.records.front()), m_scene->ledger, m_scene->session, hold,
                       m_scene->keychain);
        again.setPauses({std::chrono::milliseconds(20), std::chrono::milliseconds(40)});
        m_scene->cluster.serverTime = entry().clickedAt;
        const int before = m_scene->cluster.listings;
        again.start();
        again.lookAgain(); // in vain: a person's impatience makes nothing final
        QTRY_VERIFY(again.state().isFinal);
        QVERIFY(m_scene->cluster.listings >= before + 2);
        again.close();
        QCOMPARE(again.state().outcome, Outcome::NotCreated);
        QVERIFY(entry().outcome == LedgerEntry::Outcome::NotCreated);
    }

    void wrongClocksHideNothing_data()
    {
        QTest::addColumn<int>("first");  // seconds by which the clock is ahead while the list is read
        QTest::addColumn<bool>("known"); // the server tells the time with that list
        QTest::addColumn<int>("click");  // how the clock is set before the click
        QTest::addColumn<int>("look");   // and after it
        QTest::addColumn<bool>("later"); // looked for at the next start
        for (const bool later : {false, true}) {
            const char *const when = later ? ", next start" : "";
            QTest::addRow("fast, no time known%s", when) << 600 << false << 0 << 0 << later;
            QTest::addRow("slow, no time known%s", when) << -600 << false << 0 << 0 << later;
            QTest::addRow("put forward before the click%s", when) << 0 << true << 600 << 0 << later;
            QTest::addRow("put back before the click%s", when) << 0 << true << -600 << 0 << later;
            QTest::addRow("slow, set right before the click%s", when) << -600 << true << 600 << 0 << later;
        }
        QTest::newRow("fast, no time known, set right after") << 600 << false << 0 << -600 << false;
    }

    void wrongClocksHideNothing()
    {
        QFETCH(int, first);
        QFETCH(bool, known);
        QFETCH(int, click);
        QFETCH(int, look);
        QFETCH(bool, later);
        using std::chrono::seconds;
        const QDateTime truth = m_scene->clock.now();
        m_scene->clock.step(seconds(first));
        m_scene->cluster.serverTime = known ? truth : QDateTime();
        m_scene->session->reload();
        QTRY_VERIFY(!m_scene->session->state().loading);
        m_scene->issuance->openRecord();
        QTRY_VERIFY(m_scene->issuance->state().canCreate());
        m_scene->clock.step(seconds(click));
        m_scene->cluster.onCreate = [&](const EncodedCall &) -> Result<Creation, ApiError> {
            Token token = m_scene->faithful();
            token.createdAt = truth.toUTC();
            m_scene->cluster.tokens.push_back(token);
            m_scene->clock.step(seconds(look));
            m_scene->cluster.serverTime = truth.addSecs(1);
            if (later)
                m_scene->cluster.listError = lost();
            return unexpected(lost());
        };
        m_scene->issuance->create();
        QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Unclear);
        if (!later) {
            QTRY_COMPARE(recovery().state().phase, Phase::Found);
            return;
        }
        m_scene->cluster.listError.reset();
        Recovery *const told = startAgain();
        QVERIFY(told);
        QTRY_COMPARE(told->state().phase, Phase::Found);
    }

    // A clock that was slow makes the click seem long ago.
    void aWrongClockMakesNothingFinal()
    {
        m_scene->clock.step(std::chrono::minutes(-10));
        const QDateTime truth = m_scene->clock.now().addSecs(600);
        m_scene->cluster.onCreate = [&](const EncodedCall &) -> Result<Creation, ApiError> {
            m_scene->cluster.serverTime = truth;
            return unexpected(lost());
        };
        create();
        QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Unclear);
        QTRY_COMPARE(recovery().state().phase, Phase::NotThere);
        QVERIFY(!recovery().state().isFinal);
    }

    void looksNoSoonerThanTheServerAsks()
    {
        loseTheAnswer(false);
        QTRY_COMPARE(recovery().state().phase, Phase::NotThere);
        m_scene->issuance.reset();
        auto found = m_scene->ledger.takeUnfinished([](const LedgerEntry &) { return true; });
        Recovery again(std::move(found.records.front()), m_scene->ledger, m_scene->session,
                       m_scene->cluster.factory(), m_scene->keychain);
        again.setPauses({std::chrono::milliseconds(20), std::chrono::milliseconds(40)});
        m_scene->cluster.listError =
            FakeCluster::error(ApiError::Kind::TooManyRequests, 429, ApiError::Effect::None);
        m_scene->cluster.listError->retryAfter = std::chrono::seconds(1);
        again.start();
        QTRY_COMPARE(again.state().phase, Phase::NotLooked);
        const int listings = m_scene->cluster.listings;
        // Well past both pauses.
        QTest::qWait(500);
        QCOMPARE(m_scene->cluster.listings, listings);
        QTRY_VERIFY(m_scene->cluster.listings > listings);
    }

    void aRefusedManagementTokenIsReadAgain()
    {
        m_scene->keychain.hold(Operation::Write);
        QVERIFY(m_scene->issue());
        Recovery *const question = startAgain();
        QVERIFY(question);
        const auto session = std::make_shared<ClusterSession>(
            m_scene->profile, m_scene->cluster.factory()(m_scene->profile.address), m_scene->keychain,
            m_scene->trusted, m_scene->clock);
        m_scene->keychain.put(
            m_scene->keychain.managementTokenItem(m_scene->profile.address.accountId,
                                                  m_scene->profile.address.managementHost()),
            "M.V1.STALE");
        m_unfinished.reset();
        auto found = m_scene->ledger.takeUnfinished([](const LedgerEntry &) { return true; });
        QCOMPARE(found.records.size(), 1U);
        Recovery again(std::move(found.records.front()), m_scene->ledger, session, m_scene->cluster.factory(),
                       m_scene->keychain);
        again.start();
        QTRY_COMPARE(again.state().phase, Phase::NotStored);
        m_scene->cluster.onRevoke = [](const QString &) -> Result<Done, ApiError> {
            return unexpected(FakeCluster::error(ApiError::Kind::Unauthorized, 401, ApiError::Effect::None));
        };
        again.revoke();
        QTRY_VERIFY(again.state().problem.has_value());
        const int reads = m_scene->keychain.calls(Operation::Read);
        again.revoke();
        QTRY_COMPARE(m_scene->cluster.revoked.size(), 2);
        QCOMPARE(m_scene->keychain.calls(Operation::Read), reads + 1);
    }

    void oldQuestionsNeedOneLook()
    {
        loseTheAnswer(false);
        m_scene->clock.set(m_scene->clock.now().addSecs(600));
        Recovery *const told = startAgain();
        QVERIFY(told);
        QCOMPARE(told->state().phase, Phase::NotThere);
        QVERIFY(told->state().isFinal);
    }

    void entriesThatCannotBeReadMakeNothingCertain()
    {
        loseTheAnswer(false);
        m_scene->clock.set(m_scene->clock.now().addSecs(600));
        m_scene->cluster.unreadableTokens = 1;
        Recovery *const told = startAgain();
        QVERIFY(told);
        QCOMPARE(told->state().phase, Phase::NotThere);
        QVERIFY(!told->state().isFinal);
    }

    // The server ignored the expiry: that no token was created must not be said.
    void whatIsOnlySimilarIsShownAndNotChosen()
    {
        m_scene->cluster.onCreate = [this](const EncodedCall &) -> Result<Creation, ApiError> {
            m_scene->cluster.tokens.push_back(m_scene->faithful());
            m_scene->cluster.tokens.back().expiresAt.reset();
            return unexpected(lost());
        };
        create();
        QTRY_VERIFY(m_scene->issuance->recovery() && recovery().state().phase == Phase::Found);
        QVERIFY(!recovery().state().exact);
        QVERIFY(!recovery().state().canDecide());
        QVERIFY(!recovery().state().canClose());
        revokeForReal();
        m_scene->issuance->recovery()->choose(itsId);
        m_scene->issuance->recovery()->revoke();
        QTRY_COMPARE(m_scene->cluster.revoked, QStringList(itsId));
        QTRY_VERIFY(m_scene->issuance->state().canCreate());
        QCOMPARE(m_scene->cluster.created.size(), 1U);
    }

    void whatWasOnlyReviewedIsForgottenOnceAllWasRead()
    {
        const LedgerEntry reviewed = entry();
        m_scene->issuance.reset();
        QVERIFY(m_scene->ledger.entries.empty());
        m_scene->ledger.put(reviewed);
        m_scene->cluster.unreadableTokens = 1;
        Recovery *const told = startAgain();
        QVERIFY(told);
        QCOMPARE(told->state().phase, Phase::NotThere);
        QCOMPARE(m_scene->ledger.entries.size(), 1U);
        m_scene->cluster.unreadableTokens = 0;
        told->lookAgain();
        QTRY_COMPARE(told->state().outcome, Outcome::NeverSent);
        QVERIFY(m_scene->ledger.entries.empty());
    }

    void staysOpenWhenTheListCannotBeHadEither()
    {
        m_scene->cluster.listError = lost();
        loseTheAnswer();
        QTRY_COMPARE(recovery().state().phase, Phase::NotLooked);
        QCOMPARE(entry().stage, Stage::Sending);
        Recovery *told = startAgain();
        QVERIFY(told);
        QCOMPARE(told->state().phase, Phase::NotLooked);
        m_scene->cluster.listError.reset();
        told->lookAgain();
        QTRY_COMPARE(told->state().phase, Phase::Found);
        revokeForReal();
        told->revoke();
        QTRY_COMPARE(told->state().outcome, Outcome::Revoked);
        QVERIFY(m_scene->cluster.tokens.empty());
        m_unfinished->dismiss(told);
        QVERIFY(!m_unfinished->toTell(*m_scene->session));
        QVERIFY(!startAgain());
    }

    void choosesNothingAmongSeveral()
    {
        m_scene->cluster.onCreate = [this](const EncodedCall &) -> Result<Creation, ApiError> {
            for (const char *const id : {"a", "b"}) {
                m_scene->cluster.tokens.push_back(m_scene->faithful());
                m_scene->cluster.tokens.back().id = QString::fromLatin1(id);
            }
            return unexpected(lost());
        };
        create();
        QTRY_VERIFY(m_scene->issuance->recovery() && recovery().state().phase == Phase::Found);
        m_scene->issuance->revokeOrphanAndCreate();
        QVERIFY(m_scene->cluster.revoked.isEmpty());
        m_scene->issuance->recovery()->choose(u"b"_qs);
        m_scene->issuance->recovery()->revoke();
        QTRY_COMPARE(m_scene->cluster.revoked, QStringList(u"b"_qs));
        // A click that had nothing to revoke creates nothing later.
        QTRY_VERIFY(m_scene->issuance->state().canCreate());
        QCOMPARE(m_scene->cluster.created.size(), 1U);
    }

    void createsNothingOnceItIsLeft()
    {
        loseTheAnswer();
        QTRY_COMPARE(recovery().state().phase, Phase::Found);
        m_scene->issuance->revokeOrphanAndCreate();
        QCOMPARE(recovery().state().phase, Phase::Revoking);
        // As the window does when it closes.
        m_scene->issuance->stopWaiting();
        QTRY_COMPARE(m_scene->cluster.revoked, QStringList(itsId));
        QTRY_VERIFY(m_scene->issuance->state().canCreate());
        QTest::qWait(20);
        QCOMPARE(m_scene->cluster.created.size(), 1U);
    }

    void severalMayAllBeOthers()
    {
        loseTheAnswer();
        m_scene->cluster.tokens.push_back(m_scene->cluster.tokens.front());
        m_scene->cluster.tokens.back().id = u"b"_qs;
        m_scene->clock.set(m_scene->clock.now().addSecs(600));
        Recovery *const told = startAgain();
        QVERIFY(told);
        QCOMPARE(told->state().candidates.size(), 2U);
        QVERIFY(told->state().canClose());
        told->close();
        QCOMPARE(told->state().outcome, Outcome::NotCreated);
        // Nobody's token is claimed by the record.
        QVERIFY(entry().tokenId.isEmpty());
        QVERIFY(m_scene->cluster.revoked.isEmpty());
    }

    void aKeychainThatIsGoneLeavesADecision_data()
    {
        QTest::addColumn<bool>("revoked");
        QTest::newRow("revoked") << true;
        QTest::newRow("kept") << false;
    }

    void aKeychainThatIsGoneLeavesADecision()
    {
        QFETCH(bool, revoked);
        m_scene->keychain.hold(Operation::Write);
        QVERIFY(m_scene->issue());
        m_scene->keychain.fail(Operation::Look, KeychainError::Kind::BusLost);
        Recovery *const told = startAgain();
        QVERIFY(told);
        QCOMPARE(told->state().phase, Phase::KeychainUnclear);
        QVERIFY(told->state().canDecide());
        if (revoked)
            told->revoke();
        else
            told->keep();
        QTRY_COMPARE(told->state().phase, Phase::Settled);
        QCOMPARE(m_scene->cluster.revoked, revoked ? QStringList(itsId) : QStringList());
        QVERIFY(entry().outcome == (revoked ? LedgerEntry::Outcome::Revoked : LedgerEntry::Outcome::Kept));
        QCOMPARE(entry().tokenId, itsId);
    }

    void theNextStartSettles_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<bool>("told");
        QTest::newRow("the secret is in the keychain") << 0 << false;
        QTest::newRow("it is not") << 1 << true;
        QTest::newRow("another secret is there") << 2 << true;
        QTest::newRow("locked") << 3 << true;
        QTest::newRow("shown only") << 4 << true;
    }

    void theNextStartSettles()
    {
        QFETCH(int, place);
        QFETCH(bool, told);
        m_scene->keychain.hold(Operation::Write);
        QVERIFY(m_scene->issue(place == 4 ? Keep::ShowOnly : Keep::InKeychain));
        QTRY_COMPARE(entry().stage, Stage::Answered);
        const KeychainItem item = m_scene->issuance->keychainItem();
        if (place == 0 || place == 3)
            m_scene->keychain.put(item, IssuanceScene::secret());
        if (place == 2)
            m_scene->keychain.put(item, "apiv1_another");
        m_scene->keychain.place.locked = place == 3;

        Recovery *const question = startAgain();
        QCOMPARE(question != nullptr, told);
        if (!told) {
            QCOMPARE(entry().stage, Stage::Stored);
            return;
        }
        if (place == 3) {
            QCOMPARE(question->state().phase, Phase::KeychainUnclear);
            question->unlockKeychain();
            QTRY_COMPARE(entry().stage, Stage::Stored);
            QVERIFY(!m_unfinished->toTell(*m_scene->session));
            return;
        }
        QCOMPARE(question->state().phase, Phase::NotStored);
        QCOMPARE(question->state().itemThere, std::optional(place == 2));
        question->revoke();
        QTRY_VERIFY(entry().outcome == LedgerEntry::Outcome::Revoked);
        QCOMPARE(m_scene->cluster.revoked, QStringList(itsId));
    }

    void whatWasDecidedBeforeThePasswordCameStays()
    {
        m_scene->keychain.hold(Operation::Write);
        QVERIFY(m_scene->issue(Keep::InKeychain));
        QTRY_COMPARE(entry().stage, Stage::Answered);
        m_scene->keychain.put(m_scene->issuance->keychainItem(), IssuanceScene::secret());
        m_scene->keychain.place.locked = true;
        Recovery *const question = startAgain();
        QVERIFY(question);
        m_scene->keychain.hold(Operation::Unlock);
        question->unlockKeychain();
        question->unlockKeychain();
        QCOMPARE(m_scene->keychain.calls(Operation::Unlock), 1);
        question->revoke();
        QTRY_VERIFY(entry().outcome == LedgerEntry::Outcome::Revoked);
        const int reads = m_scene->keychain.calls(Operation::Read);
        m_scene->keychain.release(Operation::Unlock);
        QTest::qWait(50);
        QCOMPARE(entry().stage, Stage::Settled);
        QCOMPARE(m_scene->keychain.calls(Operation::Read), reads);
    }

    void tellsOfAnOddAnswerAtTheNextStart_data()
    {
        QTest::addColumn<bool>("noted");
        QTest::addColumn<bool>("revoked");
        QTest::newRow("stored") << true << false;
        QTest::newRow("stored, and not noted so") << false << false;
        QTest::newRow("and revoked") << true << true;
    }

    void tellsOfAnOddAnswerAtTheNextStart()
    {
        QFETCH(bool, noted);
        QFETCH(bool, revoked);
        Token more = m_scene->faithful();
        more.permissions = PermissionSet({{Resource::allDatabases(), Action::Write}});
        m_scene->answerWith(more);
        if (!noted)
            m_scene->keychain.hold(Operation::Write);
        QVERIFY(m_scene->issue());
        QTRY_COMPARE(entry().stage, noted ? Stage::Stored : Stage::Answered);
        if (!noted)
            m_scene->keychain.put(m_scene->issuance->keychainItem(), IssuanceScene::secret());

        Recovery *const question = startAgain();
        QVERIFY(question);
        QCOMPARE(question->state().phase, Phase::Odd);
        QVERIFY(entry().isOpen());
        if (revoked) {
            question->revoke();
            QTRY_VERIFY(entry().outcome == LedgerEntry::Outcome::Revoked);
            QCOMPARE(m_scene->cluster.revoked, QStringList(itsId));
            return;
        }
        question->acknowledge();
        QVERIFY(!entry().isOpen());
        QVERIFY(!m_unfinished->toTell(*m_scene->session));
        QVERIFY(!startAgain());
    }

    void anOddAnswerThatWasReadIsNotToldAgain()
    {
        Token more = m_scene->faithful();
        more.permissions = PermissionSet({{Resource::allDatabases(), Action::Write}});
        m_scene->answerWith(more);
        QVERIFY(m_scene->issue());
        QTRY_COMPARE(entry().stage, Stage::Stored);
        m_scene->issuance->markAnswerRead();
        QVERIFY(!startAgain());
    }

    void aTokenThatIsGoneIsNoError()
    {
        m_scene->keychain.hold(Operation::Write);
        QVERIFY(m_scene->issue());
        Recovery *const question = startAgain();
        QVERIFY(question);
        m_scene->cluster.onRevoke = [](const QString &) -> Result<Done, ApiError> {
            return unexpected(FakeCluster::error(ApiError::Kind::NotFound, 404, ApiError::Effect::None));
        };
        question->revoke();
        QTRY_COMPARE(question->state().outcome, Outcome::Gone);
    }

    void isNotGoneUntilTheListSaysSo_data()
    {
        QTest::addColumn<std::function<void(FakeCluster &, const Token &)>>("change");
        using Change = std::function<void(FakeCluster &, const Token &)>;
        QTest::newRow("it is listed")
            << Change([](FakeCluster &cluster, const Token &token) { cluster.tokens.push_back(token); });
        QTest::newRow("the list cannot be had")
            << Change([](FakeCluster &cluster, const Token &) { cluster.listError = lost(); });
        QTest::newRow("it may be among what cannot be read")
            << Change([](FakeCluster &cluster, const Token &) { cluster.unreadableTokens = 1; });
    }

    void isNotGoneUntilTheListSaysSo()
    {
        QFETCH(std::function<void(FakeCluster &, const Token &)>, change);
        loseTheAnswer();
        QTRY_COMPARE(recovery().state().phase, Phase::Found);
        const Token its = m_scene->cluster.tokens.front();
        m_scene->cluster.onRevoke = [&](const QString &) -> Result<Done, ApiError> {
            m_scene->cluster.tokens.clear();
            change(m_scene->cluster, its);
            return unexpected(FakeCluster::error(ApiError::Kind::NotFound, 404, ApiError::Effect::None));
        };
        m_scene->issuance->revokeOrphanAndCreate();
        QTRY_VERIFY(recovery().state().problem.has_value());
        QCOMPARE(recovery().state().phase, Phase::Found);
        const auto *const said = std::get_if<ApiError>(&*recovery().state().problem);
        QVERIFY(said);
        QCOMPARE(said->effect, ApiError::Effect::Unclear);
        QCOMPARE(entry().stage, Stage::Sending);
        QCOMPARE(m_scene->cluster.created.size(), 1U);
    }

    void whoHasLookedEndsTheQuestion_data()
    {
        QTest::addColumn<Finding>("finding");
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<std::optional<LedgerEntry::Outcome>>("outcome");
        QTest::addColumn<int>("seconds"); // since the click
        QTest::addColumn<bool>("noList");
        using Noted = std::optional<LedgerEntry::Outcome>;
        QTest::newRow("revoked by hand")
            << Finding::Revoked << true << Noted(LedgerEntry::Outcome::Revoked) << 0 << false;
        QTest::newRow("stays") << Finding::Stays << true << Noted(LedgerEntry::Outcome::Kept) << 0 << false;
        QTest::newRow("not there") << Finding::NotThere << true << Noted(LedgerEntry::Outcome::NotCreated)
                                   << 300 << false;
        QTest::newRow("not there yet") << Finding::NotThere << false << Noted() << 299 << false;
        QTest::newRow("not there, while another is found")
            << Finding::NotThere << true << Noted() << 299 << false;
        QTest::newRow("not there yet, and no list") << Finding::NotThere << true << Noted() << 299 << true;
        QTest::newRow("not there, and no list")
            << Finding::NotThere << true << Noted(LedgerEntry::Outcome::NotCreated) << 300 << true;
    }

    void whoHasLookedEndsTheQuestion()
    {
        QFETCH(Finding, finding);
        QFETCH(bool, isThere);
        QFETCH(std::optional<LedgerEntry::Outcome>, outcome);
        QFETCH(int, seconds);
        QFETCH(bool, noList);
        if (noList)
            m_scene->cluster.listError = lost();
        loseTheAnswer(isThere);
        QTRY_COMPARE(recovery().state().phase, noList    ? Phase::NotLooked
                                               : isThere ? Phase::Found
                                                         : Phase::NotThere);
        m_scene->clock.set(m_scene->clock.now().addSecs(seconds));
        const QString id = entry().id;
        m_scene->issuance->recovery()->conclude(finding);
        QVERIFY(m_scene->ledger.entries.at(id).outcome == outcome);
        QCOMPARE(recovery().state().phase == Phase::Settled, outcome.has_value());
        QVERIFY(!recovery().canBeAbsent());
        // Whatever was found, nothing is done about it.
        QVERIFY(m_scene->cluster.revoked.isEmpty());
        if (outcome)
            QTRY_VERIFY(m_scene->issuance->state().canCreate());
    }

    void whatIsLeftWithoutAProfileIsClosedByHand_data()
    {
        QTest::addColumn<Finding>("finding");
        QTest::addColumn<LedgerEntry::Outcome>("outcome");
        QTest::newRow("revoked") << Finding::Revoked << LedgerEntry::Outcome::Revoked;
        QTest::newRow("stays") << Finding::Stays << LedgerEntry::Outcome::Kept;
        QTest::newRow("not there") << Finding::NotThere << LedgerEntry::Outcome::NotCreated;
    }

    void whatIsLeftWithoutAProfileIsClosedByHand()
    {
        QFETCH(Finding, finding);
        QFETCH(LedgerEntry::Outcome, outcome);
        loseTheAnswer();
        m_scene->issuance.reset();
        const auto nextStart = [this] {
            auto unfinished =
                std::make_unique<Unfinished>(m_scene->ledger, m_scene->cluster.factory(), m_scene->keychain);
            unfinished->survey({});
            return unfinished;
        };
        const QString id = entry().id;
        auto unfinished = nextStart();
        QCOMPARE(unfinished->elsewhere(nullptr).size(), 1U);
        // What cannot be noted is told again, but not in this run.
        m_scene->ledger.failure = full();
        unfinished->conclude(id, finding);
        QVERIFY(unfinished->elsewhere(nullptr).empty());
        m_scene->ledger.failure.reset();
        unfinished = nextStart();
        QCOMPARE(unfinished->elsewhere(nullptr).size(), 1U);
        unfinished->conclude(id, finding);
        QVERIFY(unfinished->elsewhere(nullptr).empty());
        QVERIFY(entry().outcome == outcome);
        QVERIFY(!m_scene->ledger.isHeld(id));
        QVERIFY(nextStart()->elsewhere(nullptr).empty());
        QVERIFY(m_scene->cluster.revoked.isEmpty());
    }

    void whatThePersonPutAwayIsNotAskedAgain()
    {
        QVERIFY(m_scene->issue(Keep::ShowOnly));
        m_scene->issuance->markCopied();
        m_scene->issuance->declareSafe(true);
        m_scene->issuance->finish();
        QVERIFY(entry().outcome == LedgerEntry::Outcome::Shown);
        QVERIFY(!startAgain());
    }

    void otherClustersAreNotConcerned()
    {
        loseTheAnswer();
        m_scene->issuance.reset();
        Profile elsewhere = m_scene->profile;
        elsewhere.slug = u"elsewhere"_qs;
        elsewhere.address.clusterId = u"44444444-4444-4444-8444-444444444444"_qs;
        const auto session =
            std::make_shared<ClusterSession>(elsewhere, m_scene->cluster.factory()(elsewhere.address),
                                             m_scene->keychain, m_scene->trusted, m_scene->clock);
        Unfinished unfinished(m_scene->ledger, m_scene->cluster.factory(), m_scene->keychain);
        unfinished.takeUp(session);
        QVERIFY(!unfinished.toTell(*session));
        QVERIFY(!m_scene->ledger.isHeld(entry().id));
        // It is told there that it waits, until it is taken up in its own place.
        QCOMPARE(unfinished.elsewhere(session.get()).size(), 1U);
        QVERIFY(unfinished.elsewhere(m_scene->session.get()).empty());
        unfinished.takeUp(m_scene->session);
        QVERIFY(unfinished.elsewhere(session.get()).empty());
        // Without its profile nobody holds it, and it is told again.
        unfinished.survey({elsewhere});
        QVERIFY(!m_scene->ledger.isHeld(entry().id));
        QCOMPARE(unfinished.elsewhere(session.get()).size(), 1U);
    }

    void tellsOfNotesItCannotUse()
    {
        m_scene->ledger.unusable = {{u"x.jsonl"_qs, UnusableRecord::Why::Damaged}};
        QVERIFY(!startAgain());
        QCOMPARE(m_unfinished->unusable().size(), 1U);
        // Another profile's look at the ledger finds the same; until it was read the file stays.
        const auto another = [this] {
            return std::make_shared<ClusterSession>(m_scene->profile,
                                                    m_scene->cluster.factory()(m_scene->profile.address),
                                                    m_scene->keychain, m_scene->trusted, m_scene->clock);
        };
        m_unfinished->takeUp(another());
        QCOMPARE(m_unfinished->unusable().size(), 1U);
        QCOMPARE(m_scene->ledger.unusable.size(), 1U);
        m_unfinished->dismissUnusable();
        QVERIFY(m_unfinished->unusable().empty());
        QVERIFY(m_scene->ledger.unusable.empty());
        // What could not be set aside is not told twice in one run.
        m_scene->ledger.unusable = {{u"x.jsonl"_qs, UnusableRecord::Why::Damaged}};
        m_unfinished->takeUp(another());
        QVERIFY(m_unfinished->unusable().empty());
    }
};

QTEST_GUILESS_MAIN(RecoveryTest)
#include "tst_recovery.moc"
