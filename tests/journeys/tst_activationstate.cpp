// SPDX-License-Identifier: MIT
#include "journeys/activationstate.h"
#include "support/fakes/fakeprobes.h"

#include <QTest>

using namespace tokenry;
using namespace tokenry::activation;
using namespace std::chrono_literals;
using testsupport::FakeProbes;
using Phase = ActivationState::Phase;
using Why = ActivationState::Why;
using Outcome = FakeProbes::Outcome;
Q_DECLARE_METATYPE(tokenry::ActivationState)
Q_DECLARE_METATYPE(tokenry::PermissionSet)
Q_DECLARE_METATYPE(tokenry::activation::Event)

namespace
{

constexpr ActivationTempo tempo{2s, 10s, 30s, 5min};

Permission permission(Action action, const QString &database)
{
    return {database == u"*"_qs ? Resource::allDatabases() : *Resource::database(database), action};
}

ActivationState of(Phase phase)
{
    ActivationState state = activationOf(
        PermissionSet({permission(Action::Read, u"a"_qs), permission(Action::Write, u"b"_qs)}), nullptr);
    if (phase == Phase::Trying || phase == Phase::Pausing)
        state = next(state, Begun{}, tempo);
    if (phase == Phase::Pausing) {
        state = next(state, Answered{Action::Read, Done(), 1s}, tempo);
        state = next(state, Answered{Action::Write, FakeProbes::refused(), 1s}, tempo);
    }
    state.phase = phase;
    return state;
}

Outcome unsendable()
{
    return unexpected(ProbeError{ProbeError::Kind::Unsendable, {}});
}

} // namespace

/// What is tried, and how one state follows another.
class ActivationStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesWhatToTry_data()
    {
        QTest::addColumn<PermissionSet>("permissions");
        QTest::addColumn<bool>("listKnown");
        QTest::addColumn<QStringList>("tried");
        QTest::addColumn<int>("untried");
        QTest::addColumn<int>("why");
        const auto row = [](const char *name, std::vector<Permission> permissions, const QStringList &tried,
                            int untried = 0, int why = -1, bool listKnown = true) {
            QTest::newRow(name) << PermissionSet(std::move(permissions)) << listKnown << tried << untried
                                << why;
        };
        const Permission readA = permission(Action::Read, u"a"_qs);
        const Permission writeB = permission(Action::Write, u"b"_qs);
        const Permission readGone = permission(Action::Read, u"Gone"_qs);
        const Permission writeGone = permission(Action::Write, u"gone"_qs);
        const Permission readAll = permission(Action::Read, u"*"_qs);
        const Permission writeAll = permission(Action::Write, u"*"_qs);
        row("none", {}, {}, 0, int(Why::NoPermissions));
        row("read", {readA}, {u"read a"_qs});
        row("write", {writeB}, {u"write b"_qs});
        row("each once", {readA, permission(Action::Read, u"b"_qs), writeB}, {u"read a"_qs, u"write b"_qs});
        row("all", {readAll, writeAll}, {u"read a"_qs, u"write a"_qs});
        row("all, and one by name", {readAll, permission(Action::Read, u"b"_qs)}, {u"read b"_qs});
        row("one that is there", {readGone, permission(Action::Read, u"b"_qs)}, {u"read b"_qs});
        row("none is there", {readGone, writeGone}, {}, 2, int(Why::NothingToTry));
        row("one of two is there", {readGone, writeB}, {u"write b"_qs}, 1);
        row("by name, unknown whether there", {readGone}, {u"read Gone"_qs}, 0, -1, false);
        row("all, unknown what is there", {writeAll}, {}, 1, int(Why::NothingToTry), false);
    }

    void choosesWhatToTry()
    {
        QFETCH(PermissionSet, permissions);
        QFETCH(bool, listKnown);
        QFETCH(QStringList, tried);
        QFETCH(int, untried);
        QFETCH(int, why);
        const DatabaseCatalog listed({{u"b"_qs, {}}, {u"a"_qs, {}}});
        const ActivationState state = activationOf(permissions, listKnown ? &listed : nullptr);
        QStringList found;
        for (const ActivationState::Part &part : state.parts)
            found << (part.action == Action::Read ? u"read "_qs : u"write "_qs) + part.database;
        QCOMPARE(found, tried);
        QCOMPARE(int(state.untried.size()), untried);
        QCOMPARE(state.phase, why < 0 ? Phase::Ready : Phase::Unverifiable);
        if (why >= 0)
            QCOMPARE(int(state.why), why);
    }

    void goes_data()
    {
        QTest::addColumn<ActivationState>("from");
        QTest::addColumn<QList<Event>>("events");
        QTest::addColumn<Phase>("to");
        QTest::addColumn<qint64>("pause");
        const auto row = [](const char *name, Phase from, const QList<Event> &events, Phase to,
                            std::chrono::milliseconds pause = 0ms) {
            QTest::addRow("%s, from %d", name, int(from))
                << of(from) << events << to << qint64(pause.count());
        };
        const auto read = [](Outcome outcome, std::chrono::milliseconds elapsed = 1s) -> Event {
            return Answered{Action::Read, std::move(outcome), elapsed};
        };
        const auto write = [](Outcome outcome, std::chrono::milliseconds elapsed = 1s) -> Event {
            return Answered{Action::Write, std::move(outcome), elapsed};
        };
        const Outcome yes = Done();
        const Outcome no = FakeProbes::refused(401);
        const Outcome forbidden = FakeProbes::refused(403);
        const Outcome silent = FakeProbes::unreachable();
        const Outcome busy = FakeProbes::inconclusive(503);
        for (const Phase from : {Phase::Ready, Phase::Asking, Phase::GaveUp, Phase::Cancelled})
            row("begins", from, {Begun{}}, Phase::Trying);
        for (const Phase from : {Phase::Unverifiable, Phase::Active})
            row("does not begin", from, {Begun{}}, from);
        for (const Phase from : {Phase::Ready, Phase::Asking, Phase::Trying, Phase::Pausing, Phase::GaveUp})
            row("is cancelled", from, {Cancelled{}}, Phase::Cancelled);
        for (const Phase from : {Phase::Unverifiable, Phase::Active})
            row("is over", from, {Cancelled{}, PauseEnded{}, read(yes), write(no)}, from);
        row("no answer before the question", Phase::Ready, {read(yes), write(yes)}, Phase::Ready);
        row("no answer after the end", Phase::Cancelled, {read(yes), write(yes), PauseEnded{}},
            Phase::Cancelled);
        row("one of two", Phase::Trying, {read(yes)}, Phase::Trying);
        row("one of two twice", Phase::Trying, {read(yes), read(yes)}, Phase::Trying);
        row("both", Phase::Trying, {read(yes), write(yes)}, Phase::Active);
        row("401 is not yet", Phase::Trying, {read(yes), write(no)}, Phase::Pausing, 2s);
        row("403 is not yet", Phase::Trying, {write(forbidden), read(forbidden)}, Phase::Pausing, 2s);
        row("nobody there", Phase::Trying, {write(silent), read(silent)}, Phase::Pausing, 2s);
        row("busy", Phase::Trying, {write(busy), read(yes)}, Phase::Pausing, 2s);
        row("asks to wait", Phase::Trying, {write(FakeProbes::inconclusive(429, 42s)), read(yes)},
            Phase::Pausing, 42s);
        row("asks to wait less", Phase::Trying, {write(FakeProbes::inconclusive(429, 1s)), read(yes)},
            Phase::Pausing, 2s);
        row("asks to wait too long", Phase::Trying, {write(FakeProbes::inconclusive(429, 600s)), read(yes)},
            Phase::GaveUp);
        row("cannot be sent", Phase::Trying, {write(unsendable()), read(unsendable())}, Phase::Unverifiable);
        row("the pause ends", Phase::Pausing, {PauseEnded{}}, Phase::Trying);
        row("only what is missing is tried again", Phase::Pausing, {PauseEnded{}, write(yes)}, Phase::Active);
        row("what was accepted is not taken back", Phase::Pausing, {PauseEnded{}, read(no), write(yes)},
            Phase::Active);
        row("the last try is at the limit", Phase::Trying, {read(yes), write(no, 299s)}, Phase::Pausing, 1s);
        row("the limit", Phase::Trying, {read(yes), write(no, 300s)}, Phase::GaveUp);
        row("the limit while nobody is there", Phase::Trying, {read(silent), write(silent, 300s)},
            Phase::GaveUp);
        row("accepted at the last try", Phase::Trying, {read(yes, 300s), write(yes, 301s)}, Phase::Active);
    }

    void goes()
    {
        QFETCH(ActivationState, from);
        QFETCH(QList<Event>, events);
        QFETCH(Phase, to);
        QFETCH(qint64, pause);
        ActivationState state = from;
        for (const Event &event : events)
            state = next(state, event, tempo);
        QCOMPARE(state.phase, to);
        if (to == Phase::Pausing)
            QCOMPARE(qint64(state.pause.count()), pause);
    }

    void pausesLonger_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::addColumn<QList<qint64>>("pauses");
        QTest::newRow("while refused") << true << QList<qint64>{2000, 3000, 4500, 6750, 10000, 10000};
        QTest::newRow("in trouble") << false << QList<qint64>{2000, 4000, 8000, 16000, 30000, 30000};
    }

    void pausesLonger()
    {
        QFETCH(bool, refused);
        QFETCH(QList<qint64>, pauses);
        ActivationState state = of(Phase::Trying);
        QList<qint64> found;
        for (qsizetype round = 0; round < pauses.size(); ++round) {
            for (const Action action : allActions)
                state = next(
                    state, Answered{action, refused ? FakeProbes::refused() : FakeProbes::unreachable(), 1s},
                    tempo);
            found << qint64(state.pause.count());
            state = next(state, PauseEnded{}, tempo);
        }
        QCOMPARE(found, pauses);
    }

    void aRefusalTellsMoreThanSilence()
    {
        ActivationState state = of(Phase::Trying);
        QVERIFY(!state.trouble());
        state = next(state, Answered{Action::Read, FakeProbes::unreachable(), 1s}, tempo);
        QCOMPARE(state.trouble()->kind, ProbeError::Kind::Unreachable);
        state = next(state, Answered{Action::Write, FakeProbes::refused(), 1s}, tempo);
        QCOMPARE(state.trouble()->kind, ProbeError::Kind::Refused);
        QVERIFY(!state.isPartlyAccepted());
        state = next(next(state, PauseEnded{}, tempo), Answered{Action::Read, Done(), 3s}, tempo);
        QVERIFY(state.isPartlyAccepted());
    }

    void beginsAnewWhenCheckedAgain()
    {
        ActivationState state = of(Phase::Pausing);
        state.rounds = 20;
        state = next(next(state, Cancelled{}, tempo), Begun{}, tempo);
        QVERIFY(!state.trouble());
        QVERIFY(!state.parts[0].underWay && state.parts[1].underWay); // reading was accepted
        state = next(state, Answered{Action::Write, FakeProbes::refused(), 1s}, tempo);
        QCOMPARE(state.pause, 2s);
    }
};

QTEST_GUILESS_MAIN(ActivationStateTest)
#include "tst_activationstate.moc"
