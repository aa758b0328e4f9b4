// SPDX-License-Identifier: MIT
#include "journeys/issuancestate.h"

#include <QTest>

using namespace tokenry;
using namespace tokenry::issuance;

namespace
{

using Phase = IssuanceState::Phase;
using Custody = IssuanceState::Custody;

const KeychainPlace place{u"GNOME Keyring"_qs, u"Login"_qs, u":1.7"_qs, false};

IssuanceState after(std::initializer_list<Event> story, IssuanceState state = {})
{
    for (const Event &event : story)
        state = next(std::move(state), event);
    return state;
}

/// Review open, the keychain proven, the name free.
IssuanceState ready()
{
    return after({RecordOpened{}, NameChosen{u"reader"_qs}, ProofStarted{}, KeychainProved{place},
                  NameLookedUp{u"reader"_qs, false}});
}

ApiError error(ApiError::Effect effect)
{
    ApiError its;
    its.effect = effect;
    return its;
}

KeychainError fault()
{
    return {KeychainError::Kind::Locked, {}};
}

} // namespace

class IssuanceStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsOnlyWhatCanBeKept_data()
    {
        QTest::addColumn<IssuanceState>("state");
        QTest::addColumn<bool>("can");
        QTest::newRow("at first") << IssuanceState() << false;
        QTest::newRow("ready") << ready() << true;
        QTest::newRow("proving") << after({ProofStarted{}}, ready()) << false;
        QTest::newRow("proof failed") << after({ProofStarted{}, KeychainFailed{fault()}}, ready()) << false;
        QTest::newRow("name not looked up") << after({NameChosen{u"other"_qs}}, ready()) << false;
        QTest::newRow("name taken") << after({NameChosen{u"other"_qs}, NameLookedUp{u"other"_qs, true}},
                                             ready())
                                    << false;
        QTest::newRow("late answer about another name")
            << after({NameChosen{u"other"_qs}, NameLookedUp{u"reader"_qs, false}}, ready()) << false;
        QTest::newRow("name that is none")
            << after({NameChosen{u"a b"_qs}, NameLookedUp{u"a b"_qs, false}}, ready()) << false;
        QTest::newRow("show only, no keychain")
            << after({RecordOpened{}, ProofStarted{}, KeychainFailed{fault()}, KeepChosen{Keep::ShowOnly}})
            << true;
        QTest::newRow("not in the ledger") << after({RecordFailed{}}, ready()) << false;
        QTest::newRow("in the ledger after all") << after({RecordFailed{}, RecordOpened{}}, ready()) << true;
        QTest::newRow("recovered, without a record yet")
            << after({CreateClicked{}, Sent{}, Refused{error(ApiError::Effect::Unclear)}, Recovered{}},
                     ready())
            << false;
        QTest::newRow("recovered") << after({CreateClicked{}, Sent{},
                                             Refused{error(ApiError::Effect::Unclear)}, Recovered{},
                                             RecordOpened{}},
                                            ready())
                                   << true;
        QTest::newRow("clicked") << after({CreateClicked{}}, ready()) << false;
        QTest::newRow("sent") << after({CreateClicked{}, Sent{}}, ready()) << false;
        QTest::newRow("refused") << after({CreateClicked{}, Sent{}, Refused{error(ApiError::Effect::None)}},
                                          ready())
                                 << true;
        QTest::newRow("unclear")
            << after({CreateClicked{}, Sent{}, Refused{error(ApiError::Effect::Unclear)}}, ready()) << false;
    }

    void createsOnlyWhatCanBeKept()
    {
        QFETCH(IssuanceState, state);
        QFETCH(bool, can);
        QCOMPARE(state.canCreate(), can);
        if (!can)
            QVERIFY(next(state, CreateClicked{}).phase == state.phase);
    }

    void aClickThatMetAnotherKeychainIsToldUntilTheNextStep()
    {
        const IssuanceState told = after({CreateClicked{}, ProofOutdated{}}, ready());
        QVERIFY(told.keychainChanged);
        QVERIFY(!told.canCreate());
        const IssuanceState proven = after({ProofStarted{}, KeychainProved{}}, told);
        QVERIFY(proven.keychainChanged);
        QVERIFY(!next(proven, CreateClicked{}).keychainChanged);
        QVERIFY(!next(told, KeepChosen{Keep::ShowOnly}).keychainChanged);
    }

    void tellsTheStory_data()
    {
        QTest::addColumn<IssuanceState>("state");
        QTest::addColumn<int>("phase");
        QTest::addColumn<int>("custody");
        QTest::addColumn<bool>("atRisk");
        QTest::addColumn<bool>("canFinish");
        const auto row = [](const char *name, std::initializer_list<Event> story, Phase phase,
                            Custody custody, bool atRisk, bool canFinish) {
            QTest::newRow(name) << after(story, ready()) << int(phase) << int(custody) << atRisk << canFinish;
        };
        row("checking", {CreateClicked{}}, Phase::Checking, Custody::None, false, false);
        row("locked since", {CreateClicked{}, CheckFailed{fault()}}, Phase::Reviewing, Custody::None, false,
            false);
        row("served by another process since", {CreateClicked{}, ProofOutdated{}}, Phase::Reviewing,
            Custody::None, false, false);
        row("a late proof does not end the check", {CreateClicked{}, KeychainFailed{fault()}},
            Phase::Checking, Custody::None, false, false);
        row("not waited for", {CreateClicked{}, Withdrawn{}}, Phase::Reviewing, Custody::None, false, false);
        row("withdrawing cannot undo the sending", {CreateClicked{}, Sent{}, Withdrawn{}}, Phase::Creating,
            Custody::None, false, false);
        row("the ledger full at the click", {CreateClicked{}, RecordFailed{}}, Phase::Reviewing,
            Custody::None, false, false);
        row("a late note does not undo the sending", {CreateClicked{}, Sent{}, RecordFailed{}},
            Phase::Creating, Custody::None, false, false);
        row("recovered is not created", {CreateClicked{}, Sent{}, Recovered{}}, Phase::Creating,
            Custody::None, false, false);
        row("expired meanwhile", {ExpiryPassed{}}, Phase::NotCreated, Custody::None, false, false);
        row("taken since", {CreateClicked{}, NameFoundTaken{}}, Phase::Reviewing, Custody::None, false,
            false);
        row("no management token", {CreateClicked{}, CredentialFailed{CredentialFault::NoToken}},
            Phase::NotCreated, Custody::None, false, false);
        row("origin allowed after all",
            {CreateClicked{}, CredentialFailed{CredentialFault::OriginNotTrusted}, CredentialMended{}},
            Phase::Reviewing, Custody::None, false, false);
        row("keyring unlocked after all",
            {CreateClicked{}, CredentialFailed{fault()}, ProofStarted{}, KeychainProved{}}, Phase::Reviewing,
            Custody::None, false, false);
        row("a proof gives no management token",
            {CreateClicked{}, CredentialFailed{CredentialFault::NoToken}, ProofStarted{}, KeychainProved{}},
            Phase::NotCreated, Custody::None, false, false);
        row("answered", {CreateClicked{}, Sent{}, Answered{}}, Phase::Issued, Custody::Storing, true, false);
        row("stored", {CreateClicked{}, Sent{}, Answered{}, Stored{}}, Phase::Issued, Custody::Stored, false,
            true);
        row("done", {CreateClicked{}, Sent{}, Answered{}, Stored{}, Closed{}}, Phase::Finished,
            Custody::Stored, false, false);
        row("not stored", {CreateClicked{}, Sent{}, Answered{}, StoreFailed{fault()}}, Phase::Issued,
            Custody::NotStored, true, false);
        row("closing is refused", {CreateClicked{}, Sent{}, Answered{}, StoreFailed{fault()}, Closed{}},
            Phase::Issued, Custody::NotStored, true, false);
        row("copied is not yet safe", {CreateClicked{}, Sent{}, Answered{}, StoreFailed{fault()}, Copied{}},
            Phase::Issued, Custody::NotStored, true, false);
        row("declared without a copy",
            {CreateClicked{}, Sent{}, Answered{}, StoreFailed{fault()}, DeclaredSafe{true}}, Phase::Issued,
            Custody::NotStored, true, false);
        row("copied and declared",
            {CreateClicked{}, Sent{}, Answered{}, StoreFailed{fault()}, Copied{}, DeclaredSafe{true}},
            Phase::Issued, Custody::NotStored, false, true);
        row("retried", {CreateClicked{}, Sent{}, Answered{}, StoreFailed{fault()}, StoreRetried{u"other"_qs}},
            Phase::Issued, Custody::Storing, true, false);
        row("retried and stored",
            {CreateClicked{}, Sent{}, Answered{}, StoreFailed{fault()}, StoreRetried{u"other"_qs}, Stored{}},
            Phase::Issued, Custody::Stored, false, true);
        row("discarded", {CreateClicked{}, Sent{}, Answered{}, StoreFailed{fault()}, Discarded{}},
            Phase::Issued, Custody::Discarded, false, true);
        row("what is stored is not discarded", {CreateClicked{}, Sent{}, Answered{}, Stored{}, Discarded{}},
            Phase::Issued, Custody::Stored, false, true);
        row("no way back while storing", {CreateClicked{}, Sent{}, Answered{}, RevokeClicked{}},
            Phase::Issued, Custody::Storing, true, false);
        row("revoking", {CreateClicked{}, Sent{}, Answered{}, StoreFailed{fault()}, RevokeClicked{}},
            Phase::Revoking, Custody::NotStored, true, false);
        row("revoked",
            {CreateClicked{}, Sent{}, Answered{}, StoreFailed{fault()}, RevokeClicked{}, Revoked{}},
            Phase::Issued, Custody::Revoked, false, true);
        row("revoking failed",
            {CreateClicked{}, Sent{}, Answered{}, StoreFailed{fault()}, RevokeClicked{},
             RevokeFailed{error(ApiError::Effect::None)}},
            Phase::Issued, Custody::NotStored, true, false);
        row("show only", {KeepChosen{Keep::ShowOnly}, CreateClicked{}, Sent{}, Answered{}}, Phase::Issued,
            Custody::InHand, true, false);
        row("show only, then kept after all",
            {KeepChosen{Keep::ShowOnly}, CreateClicked{}, Sent{}, Answered{}, StoreRetried{u"x"_qs},
             Stored{}},
            Phase::Issued, Custody::Stored, false, true);
        row("a second answer changes nothing", {CreateClicked{}, Sent{}, Answered{}, Stored{}, Answered{}},
            Phase::Issued, Custody::Stored, false, true);
        row("a secret that comes after all is kept",
            {CreateClicked{}, Sent{}, Refused{error(ApiError::Effect::Unclear)}, Answered{}}, Phase::Issued,
            Custody::Storing, true, false);
        row("the choice is fixed once clicked",
            {CreateClicked{}, KeepChosen{Keep::ShowOnly}, Sent{}, Answered{}}, Phase::Issued,
            Custody::Storing, true, false);
    }

    void tellsTheStory()
    {
        QFETCH(IssuanceState, state);
        QTEST(int(state.phase), "phase");
        QTEST(int(state.custody), "custody");
        QTEST(state.secretAtRisk(), "atRisk");
        QTEST(state.canFinish(), "canFinish");
    }

    void keepsTheReason()
    {
        QCOMPARE(after({ProofStarted{}, KeychainFailed{fault()}}).keychainError, std::optional(fault()));
        QVERIFY(!after({ProofStarted{}, KeychainFailed{fault()}, ProofStarted{}}).keychainError);
        const auto refused =
            after({CreateClicked{}, Sent{}, Refused{error(ApiError::Effect::Unclear)}}, ready());
        QVERIFY(refused.apiError.has_value());
        // A new attempt starts with a clean slate.
        auto again = after({CreateClicked{}, Sent{}, Refused{error(ApiError::Effect::None)}, CreateClicked{}},
                           ready());
        QVERIFY(!again.apiError);
    }
};

QTEST_GUILESS_MAIN(IssuanceStateTest)
#include "tst_issuancestate.moc"
