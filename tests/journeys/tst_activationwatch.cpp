// SPDX-License-Identifier: MIT
#include "support/fakes/issuancescene.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;
using namespace std::chrono_literals;
using Phase = ActivationState::Phase;
using Why = ActivationState::Why;

/// The watch over a token that was just issued: what is asked, for how long, and where its secret goes.
class ActivationWatchTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<IssuanceScene> m_scene;
    std::shared_ptr<ActivationWatch> m_watch;

    void issue()
    {
        if (m_scene->draft.permissions.isEmpty() && !m_scene->draft.withoutAccess) {
            m_scene->tick(Action::Read, u"billing"_qs);
            m_scene->tick(Action::Write, u"billing_events"_qs);
        }
        m_scene->start();
        QVERIFY(m_scene->issue());
        m_watch = m_scene->watch();
    }

    [[nodiscard]] Phase phase() const { return m_watch->state().phase; }
    [[nodiscard]] qsizetype asked() const { return std::ssize(m_scene->probes.asked); }

private Q_SLOTS:
    void init()
    {
        m_scene = std::make_unique<IssuanceScene>();
        m_scene->tempo = {1ms, 2ms, 2ms, 5min};
        m_scene->allowClusterUrl();
    }

    void cleanup()
    {
        m_watch.reset();
        m_scene.reset();
    }

    void triesEachKindOnceUntilAccepted()
    {
        int refusals = 3;
        m_scene->probes.onProbe = [&](Action action, const QString &) -> FakeProbes::Outcome {
            if (action == Action::Write && refusals > 0) {
                --refusals;
                return FakeProbes::refused(refusals % 2 == 0 ? 401 : 403);
            }
            return Done();
        };
        issue();
        QCOMPARE(phase(), Phase::Trying);
        QTRY_COMPARE(phase(), Phase::Active);
        QCOMPARE(asked(), 5); // reading once, writing four times
        QCOMPARE(m_scene->probes.asked[0].database, u"billing"_qs);
        QCOMPARE(m_scene->probes.asked[1].database, u"billing_events"_qs);
        for (const FakeProbes::Asked &each : m_scene->probes.asked)
            QCOMPARE(each.secret, IssuanceScene::secret());
        // Nothing of it is kept.
        QCOMPARE(m_scene->probes.probes, 0);
        m_scene->steadyTime = 9s;
        QCOMPARE(m_watch->elapsed(), 0ms);
    }

    void givesUpAtTheLimitAndChecksAgain()
    {
        m_scene->probes.onProbe = [](Action, const QString &) -> FakeProbes::Outcome {
            return FakeProbes::refused();
        };
        issue();
        QTRY_VERIFY(asked() >= 6);
        QVERIFY(m_watch->state().isRunning());
        m_scene->steadyTime = 5min;
        QTRY_COMPARE(phase(), Phase::GaveUp);
        QCOMPARE(m_watch->elapsed(), 5min);
        QCOMPARE(m_scene->probes.probes, 0);
        const qsizetype before = asked();
        QTest::qWait(20);
        QCOMPARE(asked(), before);

        m_scene->steadyTime = 7min;
        m_scene->probes.onProbe = [](Action, const QString &) -> FakeProbes::Outcome {
            return Done();
        };
        m_watch->checkAgain(m_scene->issuance->secret());
        QTRY_COMPARE(phase(), Phase::Active);
        QCOMPARE(m_watch->elapsed(), 7min); // since the token was made
    }

    void stopsWhenCancelled()
    {
        issue();
        QCOMPARE(m_scene->probes.waiting(), 2);
        m_watch->cancel();
        QCOMPARE(phase(), Phase::Cancelled);
        QCOMPARE(m_scene->probes.probes, 0);
        // Late answers say nothing, also not about what is begun anew.
        m_watch->checkAgain(m_scene->issuance->secret());
        QCOMPARE(m_scene->probes.waiting(), 4);
        m_scene->probes.answer(Done());
        m_scene->probes.answer(Done());
        QTest::qWait(20);
        QCOMPARE(phase(), Phase::Trying);
        m_scene->probes.answer(Done());
        m_scene->probes.answer(Done());
        QTRY_COMPARE(phase(), Phase::Active);
    }

    void pausesAsTheServerAsks()
    {
        m_scene->probes.onProbe = [](Action, const QString &) -> FakeProbes::Outcome {
            return FakeProbes::inconclusive(429, 60s);
        };
        issue();
        QTRY_COMPARE(phase(), Phase::Pausing);
        QCOMPARE(m_watch->state().pause, 60s);
        QTest::qWait(20);
        QCOMPARE(asked(), 2);
    }

    void asksBeforeTheSecretGoesToANewOrigin()
    {
        const ClusterAddress &address = m_scene->profile.address;
        m_scene->trusted = {};
        // The management token may go there; that is another question.
        (void)m_scene->trusted.add(address.tokenAccount(), address.trustedClusterOrigin());
        issue();
        QCOMPARE(phase(), Phase::Asking);
        m_watch->checkAgain(m_scene->issuance->secret());
        QCOMPARE(phase(), Phase::Asking);
        QCOMPARE(asked(), 0);
        QCOMPARE(m_scene->probes.probes, 0);
        QVERIFY(m_watch->allow(m_scene->issuance->secret()));
        QCOMPARE(phase(), Phase::Trying);
        QCOMPARE(asked(), 2);
        // Once for each address, and for nothing but these tokens.
        QVERIFY(m_scene->trusted.contains(address.databaseTokenAccount(), u"https://cluster.example.com"_qs));
        QVERIFY(!m_scene->trusted.contains(address.tokenAccount(), address.managementOrigin() + u"x"_qs));
        QCOMPARE(m_scene->watch()->state().phase, Phase::Trying);
    }

    void asksAgainForAnotherAuthority()
    {
        m_scene->profile.address.authority = {u"/etc/ca.pem"_qs, "PEM", {}};
        issue();
        QCOMPARE(phase(), Phase::Asking);
    }

    void theOriginThatMadeTheSecretMaySeeIt()
    {
        m_scene->trusted = {};
        m_scene->profile.address.clusterUrl = m_scene->profile.address.managementUrl;
        issue();
        QCOMPARE(phase(), Phase::Trying);
    }

    void cannotBeVerified_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("why");
        QTest::newRow("no cluster URL") << QString() << int(Why::NoClusterUrl);
        QTest::newRow("plain http") << u"http://cluster.example.com"_qs << int(Why::ClusterUrlUnusable);
        QTest::newRow("with a password")
            << u"https://a:b@cluster.example.com"_qs << int(Why::ClusterUrlUnusable);
    }

    void cannotBeVerified()
    {
        QFETCH(QString, url);
        QFETCH(int, why);
        m_scene->profile.address.clusterUrl = QUrl(url);
        issue();
        QCOMPARE(phase(), Phase::Unverifiable);
        QCOMPARE(int(m_watch->state().why), why);
        QCOMPARE(asked(), 0);
    }

    void hasNothingToTryWithoutPermissions()
    {
        m_scene->draft.withoutAccess = true;
        issue();
        QCOMPARE(phase(), Phase::Unverifiable);
        QCOMPARE(m_watch->state().why, Why::NoPermissions);
        QCOMPARE(asked(), 0);
    }

    void triesWhatTheServerPermits()
    {
        m_scene->tick(Action::Read, u"billing"_qs);
        m_scene->start();
        Token token = m_scene->faithful();
        token.permissions = PermissionSet({{Resource::allDatabases(), Action::Write}});
        m_scene->answerWith(token);
        QVERIFY(m_scene->issue());
        m_watch = m_scene->watch();
        QCOMPARE(asked(), 1);
        QCOMPARE(m_scene->probes.asked[0].action, Action::Write);
        QCOMPARE(m_scene->probes.asked[0].database, u"billing"_qs); // the first there is
    }

    void endsWithTheSecret()
    {
        m_scene->tick(Action::Read, u"billing"_qs);
        m_scene->start();
        QVERIFY(m_scene->issue(Keep::ShowOnly));
        m_watch = m_scene->watch();
        QCOMPARE(phase(), Phase::Trying);
        m_scene->issuance->discard();
        QCOMPARE(phase(), Phase::Cancelled);
        QCOMPARE(m_scene->probes.probes, 0);
        m_watch->checkAgain(m_scene->issuance->secret());
        QCOMPARE(phase(), Phase::Cancelled);
    }

    void endsWithTheToken()
    {
        m_scene->tick(Action::Read, u"billing"_qs);
        m_scene->start();
        QVERIFY(m_scene->issue(Keep::ShowOnly));
        m_watch = m_scene->watch();
        m_scene->issuance->revoke();
        QTRY_COMPARE(phase(), Phase::Cancelled);
    }

    void goesOnByItselfAndIsTold()
    {
        issue();
        Activations &activations = *m_scene->activations;
        QSignalSpy changed(&activations, &Activations::changed);
        activations.goOnWith(m_watch);
        QCOMPARE(activations.running().size(), 1U);
        QVERIFY(activations.toTell().empty());
        // The journey and its secret are gone by now.
        QTRY_COMPARE(m_scene->issuance->state().custody, IssuanceState::Custody::Stored);
        m_scene->issuance->finish();
        m_scene->issuance.reset();
        for (int part = 0; part < 2; ++part)
            m_scene->probes.answer(FakeProbes::refused());
        QTRY_COMPARE(asked(), 4);
        QCOMPARE(m_scene->probes.asked.back().secret, IssuanceScene::secret());
        for (int part = 0; part < 2; ++part)
            m_scene->probes.answer(Done());
        QTRY_COMPARE(activations.toTell().size(), 1U);
        QVERIFY(activations.running().empty());
        QVERIFY(changed.count() >= 3);
        activations.dismiss(activations.toTell());
        QVERIFY(activations.toTell().empty());
    }

    void onlyWhatRunsGoesOn()
    {
        m_scene->trusted = {};
        issue();
        QCOMPARE(phase(), Phase::Asking);
        m_scene->activations->goOnWith(m_watch);
        QVERIFY(m_scene->activations->running().empty());
        QVERIFY(m_scene->activations->toTell().empty());
    }

    void canBeCancelledLater()
    {
        issue();
        Activations &activations = *m_scene->activations;
        activations.goOnWith(m_watch);
        activations.cancel(m_watch);
        QVERIFY(activations.running().empty());
        QVERIFY(activations.toTell().empty());
        QCOMPARE(m_scene->probes.probes, 0);
    }
};

QTEST_GUILESS_MAIN(ActivationWatchTest)
#include "tst_activationwatch.moc"
