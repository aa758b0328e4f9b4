// SPDX-License-Identifier: MIT
#include "journeys/recoverystate.h"

#include <QTest>

using namespace tokenry;
using namespace tokenry::recovery;

namespace
{

using Phase = RecoveryState::Phase;
using Outcome = RecoveryState::Outcome;

Token token(const char *id)
{
    Token its;
    its.id = QString::fromLatin1(id);
    return its;
}

Looked found(std::initializer_list<const char *> ids, bool isFinal = false, bool onlyReviewed = false)
{
    Looked event{{}, isFinal, onlyReviewed};
    for (const char *const id : ids)
        event.candidates.push_back(token(id));
    return event;
}

Looked similar(std::initializer_list<const char *> ids, bool isFinal = false)
{
    Looked event = found(ids, isFinal);
    event.exact = false;
    return event;
}

RecoveryState after(std::initializer_list<Event> story)
{
    RecoveryState state;
    for (const Event &event : story)
        state = next(std::move(state), event);
    return state;
}

const KeychainFailed locked{{KeychainError::Kind::Locked, {}}};
const KeychainFailed gone{{KeychainError::Kind::Missing, {}}, token("a")};
const LookFailed unreachable{ApiError{}};
const RevokeFailed refused{ApiError{}};
const LookStarted look{};
const SecretFound stored{false, {}};

} // namespace

class RecoveryStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheStory_data()
    {
        QTest::addColumn<RecoveryState>("state");
        QTest::addColumn<int>("phase");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<bool>("canDecide");
        const auto row = [](const char *name, std::initializer_list<Event> story, Phase phase,
                            Outcome outcome = Outcome::None, const char *chosen = "",
                            bool canDecide = false) {
            QTest::newRow(name) << after(story) << int(phase) << int(outcome) << QString::fromLatin1(chosen)
                                << canDecide;
        };
        row("looking", {look}, Phase::Looking);
        row("not there yet", {look, found({})}, Phase::NotThere);
        row("one", {look, found({"a"})}, Phase::Found, Outcome::None, "a", true);
        row("several, none preselected", {look, found({"a", "b"})}, Phase::Found);
        row("several, deciding nothing", {look, found({"a", "b"}), RevokeClicked{}, Kept{}}, Phase::Found);
        row("several, one chosen", {look, found({"a", "b"}), Chosen{u"b"_qs}}, Phase::Found, Outcome::None,
            "b", true);
        row("a choice that is none", {look, found({"a", "b"}), Chosen{u"c"_qs}}, Phase::Found);
        row("a choice outlives another look",
            {look, found({"a", "b"}), Chosen{u"b"_qs}, look, found({"a", "b", "c"})}, Phase::Found,
            Outcome::None, "b", true);
        row("what was chosen is gone", {look, found({"a", "b"}), Chosen{u"b"_qs}, look, found({"a", "c"})},
            Phase::Found);
        row("came later", {look, found({}), look, found({"a"})}, Phase::Found, Outcome::None, "a", true);
        row("the list cannot be had", {look, unreachable}, Phase::NotLooked);
        row("and then it can", {look, unreachable, look, found({"a"})}, Phase::Found, Outcome::None, "a",
            true);
        row("revoking", {look, found({"a"}), RevokeClicked{}}, Phase::Revoking, Outcome::None, "a");
        row("nothing looks while revoking", {look, found({"a"}), RevokeClicked{}, look}, Phase::Revoking,
            Outcome::None, "a");
        row("revoked", {look, found({"a"}), RevokeClicked{}, Revoked{false}}, Phase::Settled,
            Outcome::Revoked, "a");
        row("gone already", {look, found({"a"}), RevokeClicked{}, Revoked{true}}, Phase::Settled,
            Outcome::Gone, "a");
        row("not revoked", {look, found({"a"}), RevokeClicked{}, refused}, Phase::Found, Outcome::None, "a",
            true);
        row("kept", {look, found({"a"}), Kept{}}, Phase::Settled, Outcome::Kept, "a");
        row("settled stays", {look, found({"a"}), Kept{}, look, found({"b"})}, Phase::Settled, Outcome::Kept,
            "a");
        row("closing too early", {look, found({}), Closed{}}, Phase::NotThere);
        row("closed", {look, found({}, true), Closed{}}, Phase::Settled, Outcome::NotCreated);
        row("nobody closes what is there", {look, found({"a"}, true), Closed{}}, Phase::Found, Outcome::None,
            "a", true);
        row("none of several", {look, found({"a", "b"}, true), Closed{}}, Phase::Settled,
            Outcome::NotCreated);
        row("none of several, too early", {look, found({"a", "b"}), Closed{}}, Phase::Found);
        row("similar, not preselected", {look, similar({"a"})}, Phase::Found);
        row("similar, chosen", {look, similar({"a"}), Chosen{u"a"_qs}}, Phase::Found, Outcome::None, "a",
            true);
        row("similar, and none of these", {look, similar({"a"}, true), Closed{}}, Phase::Settled,
            Outcome::NotCreated);
        row("similar, none of these too early", {look, similar({"a"}), Closed{}}, Phase::Found);
        row("only reviewed", {look, found({}, false, true)}, Phase::Settled, Outcome::NeverSent);
        row("reviewed, and yet there", {look, found({"a"}, false, true)}, Phase::Found, Outcome::None, "a",
            true);
        row("in the keychain", {KeychainAsked{}, stored}, Phase::Settled, Outcome::Stored);
        row("locked", {KeychainAsked{}, locked}, Phase::KeychainUnclear);
        row("keychain gone, revoked", {KeychainAsked{}, gone, RevokeClicked{}, Revoked{false}},
            Phase::Settled, Outcome::Revoked, "a");
        row("keychain gone, not revoked", {KeychainAsked{}, gone, RevokeClicked{}, refused},
            Phase::KeychainUnclear, Outcome::None, "a", true);
        row("keychain gone, kept", {KeychainAsked{}, gone, Kept{}}, Phase::Settled, Outcome::Kept, "a");
        row("locked, and the token not known", {KeychainAsked{}, locked, RevokeClicked{}},
            Phase::KeychainUnclear);
        row("unlocked", {KeychainAsked{}, locked, KeychainAsked{}, stored}, Phase::Settled, Outcome::Stored);
        row("never stored", {KeychainAsked{}, SecretMissing{token("a"), false}}, Phase::NotStored,
            Outcome::None, "a", true);
        row("never stored, not revoked",
            {KeychainAsked{}, SecretMissing{token("a"), false}, RevokeClicked{}, refused}, Phase::NotStored,
            Outcome::None, "a", true);
        row("never stored, kept", {KeychainAsked{}, SecretMissing{token("a"), false}, Kept{}}, Phase::Settled,
            Outcome::Kept, "a");
        row("never stored, id not told", {KeychainAsked{}, look, found({"a"})}, Phase::Found, Outcome::None,
            "a", true);
        const SecretFound odd{true, token("a")};
        const SecretFound oddOfUnknown{true, {}};
        row("stored, and the answer was odd", {KeychainAsked{}, odd}, Phase::Odd, Outcome::None, "a", true);
        row("odd, and read", {KeychainAsked{}, odd, Acknowledged{}}, Phase::Settled, Outcome::Stored, "a");
        row("odd, and revoked", {KeychainAsked{}, odd, RevokeClicked{}, Revoked{false}}, Phase::Settled,
            Outcome::Revoked, "a");
        row("odd, and not revoked", {KeychainAsked{}, odd, RevokeClicked{}, refused}, Phase::Odd,
            Outcome::None, "a", true);
        row("odd, nothing else closes it", {KeychainAsked{}, odd, Kept{}, look, Closed{}}, Phase::Odd,
            Outcome::None, "a", true);
        row("odd, id not told", {KeychainAsked{}, oddOfUnknown, RevokeClicked{}}, Phase::Odd);
        const auto says = [](Outcome outcome) {
            return Concluded{outcome};
        };
        row("found revoked by hand", {look, found({"a"}), says(Outcome::Revoked)}, Phase::Settled,
            Outcome::Revoked, "a");
        row("not there, says the person", {look, unreachable, says(Outcome::NotCreated)}, Phase::Settled,
            Outcome::NotCreated);
        row("it stays, says the person", {look, found({"a", "b"}), says(Outcome::Kept)}, Phase::Settled,
            Outcome::Kept);
        row("said while Tokenry looks, too", {look, says(Outcome::Revoked), found({"a"})}, Phase::Settled,
            Outcome::Revoked);
        row("said of a token whose secret is nowhere",
            {KeychainAsked{}, SecretMissing{token("a"), false}, says(Outcome::Gone)}, Phase::Settled,
            Outcome::Gone, "a");
        row("said too late", {look, found({"a"}), Kept{}, says(Outcome::Gone)}, Phase::Settled, Outcome::Kept,
            "a");
        row("not while it is revoked", {look, found({"a"}), RevokeClicked{}, says(Outcome::Kept)},
            Phase::Revoking, Outcome::None, "a");
        row("not of what is safe", {KeychainAsked{}, odd, says(Outcome::Gone)}, Phase::Odd, Outcome::None,
            "a", true);
        row("a late keychain", {look, stored}, Phase::Looking);
    }

    void tellsTheStory()
    {
        QFETCH(RecoveryState, state);
        QTEST(int(state.phase), "phase");
        QTEST(int(state.outcome), "outcome");
        QTEST(state.chosen, "chosen");
        QTEST(state.canDecide(), "canDecide");
    }

    void isSilentOnlyWhereAllIsWell()
    {
        QVERIFY(after({KeychainAsked{}, stored}).isSilent());
        QVERIFY(after({look, found({}, false, true)}).isSilent());
        QVERIFY(!after({KeychainAsked{}, SecretFound{true, token("a")}}).isSilent());
        QVERIFY(!after({look}).isSilent());
        QVERIFY(!after({look, unreachable}).isSilent());
        QVERIFY(!after({KeychainAsked{}, locked}).isSilent());
        QVERIFY(!after({look, found({}, true), Closed{}}).isSilent());
    }
};

QTEST_GUILESS_MAIN(RecoveryStateTest)
#include "tst_recoverystate.moc"
