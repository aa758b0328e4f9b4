// SPDX-License-Identifier: MIT
#include "journeys/issuance.h"
#include "support/fakes/fakecluster.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/fakeledger.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/fakes/fixedclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;

namespace
{

using Phase = IssuanceState::Phase;
using Custody = IssuanceState::Custody;
using Operation = FakeKeychain::Operation;

const QDateTime now(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
const QByteArray issued("apiv1_0000000000000000000000000000000000000000000000000000000000000000");

Profile profile()
{
    Profile its;
    its.slug = u"prod-eu"_qs;
    its.name = u"prod-eu"_qs;
    its.environment = Environment::Production;
    its.address.managementUrl = QUrl(u"https://management.example"_qs);
    its.address.accountId = u"11111111-1111-4111-8111-111111111111"_qs;
    its.address.clusterId = u"33333333-3333-4333-8333-333333333333"_qs;
    return its;
}

TokenRequest request()
{
    TokenDraft draft;
    draft.description = u"Telegraf west"_qs;
    draft.permissions.tick(Action::Write, draft.permissions.addTyped(u"billing"_qs).value(), true);
    return *TokenRequest::from(draft, now);
}

Token faithful()
{
    Token token;
    token.id = u"55555555-5555-4555-8555-555555555555"_qs;
    token.description = request().description();
    token.permissions = request().permissions();
    token.createdAt = now;
    token.expiresAt = request().expiry().instant();
    return token;
}

/// What the server answers where all goes well.
Creation created()
{
    Creation creation;
    creation.secret = Secret::copyOf(issued);
    creation.token = faithful();
    return creation;
}

struct Bench
{
    FakeCluster cluster;
    FakeKeychain keychain;
    FakeLedger ledger;
    FakeTrustedOrigins trusted;
    FixedClock clock{now};
    std::shared_ptr<ClusterSession> session = std::make_shared<ClusterSession>(
        profile(), cluster.factory()(profile().address), keychain, trusted, clock);
    std::unique_ptr<Issuance> issuance;

    Bench()
    {
        session->credential().useForSession(Secret::copyOf("M.V1.FAKE"));
        cluster.onCreate = [](const EncodedCall &) {
            return created();
        };
        issuance = std::make_unique<Issuance>(request(), session, cluster.factory(), keychain, ledger);
    }

    const IssuanceState &state() const { return issuance->state(); }

    void begin()
    {
        issuance->begin();
        QTRY_VERIFY(state().canCreate());
    }

    KeychainItem item() const { return keychain.tokenItem(u"prod-eu"_qs, state().keychainName); }
};

} // namespace

class IssuanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provesThenCreatesStoresAndForgets()
    {
        Bench bench;
        bench.begin();
        QCOMPARE(bench.cluster.prewarmed, 1);
        QCOMPARE(bench.state().keychainName, u"telegraf_west"_qs);

        bench.issuance->create();
        QTRY_COMPARE(bench.state().custody, Custody::Stored);
        QCOMPARE(bench.cluster.created.size(), 1U);
        QCOMPARE(bench.cluster.created.front(), bench.issuance->call());
        QVERIFY(bench.issuance->answerDifferences().empty());
        QVERIFY(bench.keychain.holds(bench.item(), issued));
        QCOMPARE(bench.issuance->secret().size(), issued.size());

        bench.issuance->finish();
        QCOMPARE(bench.state().phase, Phase::Finished);
        QVERIFY(bench.issuance->secret().isEmpty());
    }

    void sendsOnceHoweverOftenItIsClicked()
    {
        Bench bench;
        bench.cluster.onCreate = nullptr;
        bench.begin();
        bench.issuance->create();
        bench.issuance->create();
        QTRY_COMPARE(bench.state().phase, Phase::Creating);
        bench.issuance->create();
        bench.cluster.answerCreation(created());
        QTRY_COMPARE(bench.state().custody, Custody::Stored);
        bench.issuance->create();
        QCoreApplication::processEvents();
        QCOMPARE(bench.cluster.created.size(), 1U);
    }

    void givesWayToATakenName()
    {
        Bench bench;
        bench.keychain.put(bench.keychain.tokenItem(u"prod-eu"_qs, u"telegraf_west"_qs), "apiv1_older");
        bench.begin();
        QCOMPARE(bench.state().keychainName, u"telegraf_west_2"_qs);
        // A name that the person types does not move by itself.
        bench.issuance->setKeychainName(u"telegraf_west"_qs);
        QTRY_COMPARE(bench.state().nameTaken, std::optional(true));
        QVERIFY(!bench.state().canCreate());
    }

    void aNameProvenFreeTooLateIsNotLookedForForEver()
    {
        Bench bench;
        bench.keychain.put(bench.item(), "apiv1_older");
        bench.keychain.hold(Operation::Prove);
        bench.cluster.onCreate = nullptr;
        QVERIFY(bench.session->credential().trustOrigin().has_value());
        bench.issuance->begin();
        bench.issuance->setKeep(Keep::ShowOnly);
        bench.issuance->create();
        QTRY_COMPARE(bench.state().phase, Phase::Creating);
        bench.keychain.release(Operation::Prove);
        for (int turn = 0; turn < 50; ++turn)
            QCoreApplication::processEvents();
        QCOMPARE(bench.keychain.calls(Operation::Contains), 1);
        // Known all the same, when nothing was created and the keychain is chosen after all.
        bench.cluster.answerCreation(
            unexpected(FakeCluster::error(ApiError::Kind::BadRequest, 400, ApiError::Effect::None)));
        QTRY_COMPARE(bench.state().phase, Phase::NotCreated);
        bench.issuance->setKeep(Keep::InKeychain);
        QCOMPARE(bench.state().proof, IssuanceState::Proof::Proved);
        QCOMPARE(bench.state().nameTaken, std::optional(true));
        bench.issuance->setKeychainName(u"free"_qs);
        QTRY_VERIFY(bench.state().canCreate());
    }

    void looksOnceMoreAtTheClick_data()
    {
        QTest::addColumn<int>("change");
        QTest::newRow("locked since") << 0;
        QTest::newRow("name taken since") << 1;
        QTest::newRow("another process serves it") << 2;
        QTest::newRow("gone") << 3;
    }

    void looksOnceMoreAtTheClick()
    {
        QFETCH(int, change);
        Bench bench;
        bench.begin();
        switch (change) {
        case 0:
            bench.keychain.place.locked = true;
            break;
        case 1:
            bench.keychain.put(bench.item(), "apiv1_somebody_else");
            break;
        case 2:
            bench.keychain.place.owner = u":1.99"_qs;
            break;
        default:
            bench.keychain.fail(Operation::Look, KeychainError::Kind::Missing);
        }
        bench.issuance->create();
        QTRY_COMPARE(bench.state().phase, Phase::Reviewing);
        QVERIFY(bench.cluster.created.empty());
        if (change == 2) {
            // Proven with the new one, and ready again; the person is told why to click once more.
            QVERIFY(bench.state().keychainChanged);
            QTRY_VERIFY(bench.state().canCreate());
            QCOMPARE(bench.state().place->owner, u":1.99"_qs);
        } else {
            QVERIFY(!bench.state().canCreate());
        }
    }

    void aLateProofCannotDisturbACreation()
    {
        Bench bench;
        bench.keychain.hold(Operation::Prove);
        bench.keychain.fail(Operation::Prove, KeychainError::Kind::NotAnswering);
        QVERIFY(bench.session->credential().trustOrigin().has_value());
        bench.cluster.onCreate = nullptr;
        bench.issuance->begin();
        bench.issuance->setKeep(Keep::ShowOnly);
        bench.issuance->create();
        bench.keychain.release(Operation::Prove);
        bench.issuance->create();
        QTRY_COMPARE(bench.state().phase, Phase::Creating);
        QCOMPARE(bench.cluster.created.size(), 1U);
        bench.cluster.answerCreation(created());
        QTRY_COMPARE(bench.state().custody, Custody::InHand);
    }

    void sendsNothingOnceWithdrawn()
    {
        Bench bench;
        bench.begin();
        bench.keychain.hold(Operation::Look);
        bench.issuance->create();
        QCOMPARE(bench.state().phase, Phase::Checking);
        bench.issuance->stopWaiting();
        QCOMPARE(bench.state().phase, Phase::Reviewing);
        bench.keychain.release(Operation::Look);
        QCoreApplication::processEvents();
        QVERIFY(bench.cluster.created.empty());
        // And the next click works.
        bench.issuance->create();
        QTRY_COMPARE(bench.state().custody, Custody::Stored);
        QCOMPARE(bench.cluster.created.size(), 1U);
    }

    void sendsNothingThatWouldHaveExpired()
    {
        Bench bench;
        bench.begin();
        bench.clock.set(request().expiry().instant());
        bench.issuance->create();
        QCOMPARE(bench.state().phase, Phase::NotCreated);
        QVERIFY(bench.state().expiryPassed);
        QVERIFY(bench.cluster.created.empty());
    }

    void keepsTheSecretInHandWhenTheKeychainFails()
    {
        Bench bench;
        bench.begin();
        bench.keychain.fail(Operation::Write, KeychainError::Kind::NotKept);
        bench.issuance->create();
        QTRY_COMPARE(bench.state().custody, Custody::NotStored);
        QCOMPARE(bench.state().keychainError->kind, KeychainError::Kind::NotKept);
        QVERIFY(bench.state().secretAtRisk());
        bench.issuance->finish();
        QVERIFY(bench.issuance->secret().equals(Secret::copyOf(issued)));

        bench.keychain.succeed(Operation::Write);
        bench.issuance->retrySave();
        QTRY_COMPARE(bench.state().custody, Custody::Stored);
        QVERIFY(bench.keychain.holds(bench.item(), issued));
    }

    void unlocksAndSavesAgain()
    {
        Bench bench;
        bench.begin();
        bench.keychain.fail(Operation::Write, KeychainError::Kind::Locked);
        bench.issuance->create();
        QTRY_COMPARE(bench.state().custody, Custody::NotStored);
        bench.keychain.fail(Operation::Unlock, KeychainError::Kind::Dismissed);
        bench.issuance->unlockAndRetrySave();
        QTRY_COMPARE(bench.state().custody, Custody::NotStored);
        QCOMPARE(bench.state().keychainError->kind, KeychainError::Kind::Dismissed);
        bench.keychain.succeed(Operation::Unlock);
        bench.keychain.succeed(Operation::Write);
        bench.issuance->unlockAndRetrySave();
        QTRY_COMPARE(bench.state().custody, Custody::Stored);
    }

    void neverWritesOverAnotherItem()
    {
        Bench bench;
        bench.begin();
        bench.keychain.fail(Operation::Write, KeychainError::Kind::Failed);
        bench.issuance->create();
        QTRY_COMPARE(bench.state().custody, Custody::NotStored);
        bench.keychain.succeed(Operation::Write);
        const KeychainItem other = bench.keychain.tokenItem(u"prod-eu"_qs, u"other"_qs);
        bench.keychain.put(other, "apiv1_other");
        bench.issuance->saveUnder(u"other"_qs);
        QTRY_COMPARE(bench.state().custody, Custody::NotStored);
        QCOMPARE(bench.state().keychainError->kind, KeychainError::Kind::NameTaken);
        QVERIFY(bench.keychain.holds(other, "apiv1_other"));
        bench.issuance->saveUnder(u"third"_qs);
        QTRY_COMPARE(bench.state().custody, Custody::Stored);
        QVERIFY(bench.keychain.holds(bench.keychain.tokenItem(u"prod-eu"_qs, u"third"_qs), issued));
    }

    void doesNotWriteOverWhatCameBetweenTwoAttempts_data()
    {
        QTest::addColumn<KeychainError::Kind>("failure");
        QTest::newRow("the first failed") << KeychainError::Kind::Failed;
        // What was read back may be somebody else's, which came between writing and reading.
        QTest::newRow("the first was not kept") << KeychainError::Kind::NotKept;
    }

    void doesNotWriteOverWhatCameBetweenTwoAttempts()
    {
        QFETCH(KeychainError::Kind, failure);
        Bench bench;
        bench.begin();
        bench.keychain.fail(Operation::Write, failure);
        bench.issuance->create();
        QTRY_COMPARE(bench.state().custody, Custody::NotStored);
        bench.keychain.succeed(Operation::Write);
        bench.keychain.put(bench.item(), "apiv1_somebody_else");
        bench.issuance->retrySave();
        QTRY_COMPARE(bench.state().custody, Custody::NotStored);
        QCOMPARE(bench.state().keychainError->kind, KeychainError::Kind::NameTaken);
        QVERIFY(bench.keychain.holds(bench.item(), "apiv1_somebody_else"));
    }

    void doesNotWriteOverWhatAnotherInstanceStoredMeanwhile()
    {
        // The other one is done, and its promise with it, when this one has noted where it stores.
        Bench bench;
        bench.begin();
        bench.keychain.fail(Operation::Write, KeychainError::Kind::Failed);
        bench.issuance->create();
        QTRY_COMPARE(bench.state().custody, Custody::NotStored);
        bench.keychain.succeed(Operation::Write);
        const KeychainItem other = bench.keychain.tokenItem(u"prod-eu"_qs, u"other"_qs);
        bench.ledger.onNoted = [&](const ledger::Step &step) {
            if (std::holds_alternative<ledger::Storing>(step))
                bench.keychain.put(other, "apiv1_other_instance");
        };
        bench.issuance->saveUnder(u"other"_qs);
        QTRY_COMPARE(bench.state().custody, Custody::NotStored);
        QCOMPARE(bench.state().keychainError->kind, KeychainError::Kind::NameTaken);
        QVERIFY(bench.keychain.holds(other, "apiv1_other_instance"));
    }

    void knowsItsOwnOfAnAttemptThatWasCarriedOutAfterAll()
    {
        Bench bench;
        bench.begin();
        bench.keychain.fail(Operation::Write, KeychainError::Kind::NotAnswering);
        bench.issuance->create();
        QTRY_COMPARE(bench.state().custody, Custody::NotStored);
        bench.keychain.succeed(Operation::Write);
        bench.keychain.put(bench.item(), issued);
        bench.issuance->retrySave();
        QTRY_COMPARE(bench.state().custody, Custody::Stored);
    }

    void leavesANameToAnotherInstance_data()
    {
        QTest::addColumn<bool>("atTheClick");
        QTest::newRow("at the click") << true;
        QTest::newRow("while creating") << false;
    }

    void leavesANameToAnotherInstance()
    {
        QFETCH(bool, atTheClick);
        Bench bench;
        bench.cluster.onCreate = nullptr;
        bench.begin();
        if (atTheClick)
            bench.ledger.promisedElsewhere = bench.item();
        bench.issuance->create();
        if (atTheClick) {
            QTRY_VERIFY(bench.state().nameTaken.value_or(false));
            QCOMPARE(bench.state().phase, Phase::Reviewing);
            QVERIFY(bench.cluster.created.empty());
            QCOMPARE(bench.ledger.only()->stage, LedgerEntry::Stage::Reviewed);
            bench.issuance->setKeychainName(u"mine"_qs);
            QTRY_VERIFY(bench.state().canCreate());
            bench.issuance->create();
        }
        QTRY_COMPARE(bench.state().phase, Phase::Creating);
        if (!atTheClick)
            bench.ledger.promisedElsewhere = bench.item();
        bench.cluster.answerCreation(created());
        if (!atTheClick) {
            QTRY_COMPARE(bench.state().custody, Custody::NotStored);
            QCOMPARE(bench.state().keychainError->kind, KeychainError::Kind::NameTaken);
            bench.issuance->saveUnder(u"mine"_qs);
        }
        QTRY_COMPARE(bench.state().custody, Custody::Stored);
        QCOMPARE(bench.state().keychainName, u"mine"_qs);
        QCOMPARE(bench.keychain.itemCount(), 1);
    }

    void doesNotWriteOverWhatCameWhileCreating()
    {
        Bench bench;
        bench.cluster.onCreate = nullptr;
        bench.begin();
        bench.issuance->create();
        QTRY_COMPARE(bench.state().phase, Phase::Creating);
        bench.keychain.put(bench.item(), "apiv1_somebody_else");
        bench.cluster.answerCreation(created());
        QTRY_COMPARE(bench.state().custody, Custody::NotStored);
        QCOMPARE(bench.state().keychainError->kind, KeychainError::Kind::NameTaken);
        bench.issuance->retrySave();
        QTRY_COMPARE(bench.state().custody, Custody::NotStored);
        QVERIFY(bench.keychain.holds(bench.item(), "apiv1_somebody_else"));
        bench.issuance->saveUnder(u"free"_qs);
        QTRY_COMPARE(bench.state().custody, Custody::Stored);
    }

    void showsOnlyOnPurpose()
    {
        Bench bench;
        bench.keychain.fail(Operation::Prove, KeychainError::Kind::Missing);
        bench.issuance->begin();
        QTRY_COMPARE(bench.state().proof, IssuanceState::Proof::Failed);
        QVERIFY(!bench.state().canCreate());
        bench.issuance->setKeep(Keep::ShowOnly);
        bench.issuance->create();
        QTRY_COMPARE(bench.state().custody, Custody::InHand);
        QCOMPARE(bench.keychain.calls(Operation::Write), 0);
        bench.issuance->finish();
        QCOMPARE(bench.state().phase, Phase::Issued);
        bench.issuance->markCopied();
        bench.issuance->declareSafe(true);
        bench.issuance->finish();
        QCOMPARE(bench.state().phase, Phase::Finished);
        QVERIFY(bench.issuance->secret().isEmpty());
    }

    void saysWhetherATokenMayExist_data()
    {
        QTest::addColumn<bool>("unclear");
        QTest::newRow("refused") << false;
        QTest::newRow("unclear") << true;
    }

    void saysWhetherATokenMayExist()
    {
        QFETCH(bool, unclear);
        Bench bench;
        const auto effect = unclear ? ApiError::Effect::Unclear : ApiError::Effect::None;
        bench.cluster.onCreate = [&](const EncodedCall &) -> Result<Creation, ApiError> {
            return unexpected(FakeCluster::error(ApiError::Kind::ServerError, 500, effect));
        };
        bench.begin();
        bench.issuance->create();
        QTRY_COMPARE(bench.state().phase, unclear ? Phase::Unclear : Phase::NotCreated);
        QCOMPARE(bench.state().canCreate(), !unclear);
        QVERIFY(bench.state().apiError.has_value());
    }

    void stopsWaiting()
    {
        Bench bench;
        bench.cluster.onCreate = nullptr;
        bench.begin();
        bench.issuance->create();
        QTRY_COMPARE(bench.state().phase, Phase::Creating);
        QVERIFY(bench.issuance->waitedMs() >= 0);
        bench.issuance->stopWaiting();
        QTRY_COMPARE(bench.state().phase, Phase::Unclear);
        QCOMPARE(bench.state().apiError->kind, ApiError::Kind::Stopped);
    }

    void keepsASecretWithoutItsDetails()
    {
        Bench bench;
        bench.cluster.onCreate = [](const EncodedCall &) {
            Creation creation;
            creation.secret = Secret::copyOf(issued);
            creation.secretUnusual = true;
            return creation;
        };
        bench.begin();
        bench.issuance->create();
        QTRY_COMPARE(bench.state().custody, Custody::Stored);
        QVERIFY(!bench.issuance->token());
        QVERIFY(bench.issuance->secretUnusual());
        // Nothing to take back without an ID.
        bench.issuance->revoke();
        QVERIFY(bench.cluster.revoked.isEmpty());
    }

    void takesATokenBack()
    {
        Bench bench;
        bench.cluster.onRevoke = [](const QString &) -> Result<Done, ApiError> {
            return unexpected(FakeCluster::error(ApiError::Kind::Forbidden, 403, ApiError::Effect::None));
        };
        bench.begin();
        bench.issuance->create();
        QTRY_COMPARE(bench.state().custody, Custody::Stored);
        bench.issuance->revoke();
        QTRY_VERIFY(bench.state().apiError.has_value());
        QCOMPARE(bench.state().custody, Custody::Stored);
        bench.cluster.onRevoke = [](const QString &) -> Result<Done, ApiError> {
            return Done{};
        };
        bench.issuance->revoke();
        QTRY_COMPARE(bench.state().custody, Custody::Revoked);
        QVERIFY(bench.issuance->secret().isEmpty());
        QCOMPARE(bench.cluster.revoked.constLast(), faithful().id);
    }

    void takesATokenBackWhereItIs_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<bool>("itIsThere");
        const QString account = profile().address.accountId;
        const QString cluster = profile().address.clusterId;
        const QString other = u"44444444-4444-4444-8444-444444444444"_qs;
        QTest::newRow("as reviewed") << account << cluster << true;
        QTest::newRow("of another cluster") << account << other << true;
        QTest::newRow("of another account") << other << cluster << true;
        QTest::newRow("of both") << other << other << true;
        QTest::newRow("of another cluster, by mistake") << account << other << false;
        QTest::newRow("of no cluster's ID") << account << u"../../x"_qs << false;
    }

    void takesATokenBackWhereItIs()
    {
        QFETCH(QString, account);
        QFETCH(QString, cluster);
        QFETCH(bool, itIsThere);
        const auto isWhereItIs = [&](const ClusterAddress &below) {
            const bool asReviewed = below == profile().address;
            return itIsThere ? below.accountId == account && below.clusterId == cluster : asReviewed;
        };
        Bench bench;
        bench.cluster.onCreate = [&](const EncodedCall &) {
            Creation creation = created();
            creation.token->accountId = account;
            creation.token->clusterId = cluster;
            return creation;
        };
        bench.cluster.onRevoke = [&](const QString &) -> Result<Done, ApiError> {
            if (!isWhereItIs(bench.cluster.revokedBelow.back()))
                return unexpected(FakeCluster::error(ApiError::Kind::NotFound, 404, ApiError::Effect::None));
            return Done{};
        };
        bench.begin();
        bench.issuance->create();
        QTRY_COMPARE(bench.state().custody, Custody::Stored);
        // Should this process end now, the question belongs to the cluster that has the token.
        if (isUuid(cluster)) {
            QCOMPARE(bench.ledger.only()->accountId, account);
            QCOMPARE(bench.ledger.only()->clusterId, cluster);
        }
        bench.issuance->revoke();
        QTRY_COMPARE(bench.state().custody, Custody::Revoked);
        QCOMPARE(bench.ledger.only()->outcome, std::optional(LedgerEntry::Outcome::Revoked));
        for (const ClusterAddress &below : bench.cluster.revokedBelow)
            QCOMPARE(below.managementUrl, profile().address.managementUrl);
    }

    void sendsNothingWithoutAManagementToken()
    {
        Bench bench;
        bench.session =
            std::make_shared<ClusterSession>(profile(), bench.cluster.factory()(profile().address),
                                             bench.keychain, bench.trusted, bench.clock);
        bench.issuance = std::make_unique<Issuance>(request(), bench.session, bench.cluster.factory(),
                                                    bench.keychain, bench.ledger);
        bench.begin();
        bench.issuance->create();
        QTRY_COMPARE(bench.state().phase, Phase::NotCreated);
        QCOMPARE(std::get<CredentialFault>(*bench.state().credentialError),
                 CredentialFault::OriginNotTrusted);
        QVERIFY(bench.cluster.created.empty());
    }

    void maySurviveItsWindowAnyTime()
    {
        for (int step = 0; step < 6; ++step) {
            Bench bench;
            bench.issuance->begin();
            for (int turn = 0; turn < step; ++turn)
                QCoreApplication::sendPostedEvents();
            bench.issuance->create();
            bench.issuance.reset();
            QCoreApplication::processEvents();
        }
    }
};

QTEST_GUILESS_MAIN(IssuanceTest)
#include "tst_issuance.moc"
