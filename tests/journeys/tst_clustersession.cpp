// SPDX-License-Identifier: MIT
#include "journeys/clustersession.h"
#include "support/fakes/fakecluster.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/fakes/fixedclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;

namespace
{

const QDateTime now(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);

struct Bench
{
    FakeCluster cluster;
    FakeKeychain keychain;
    FakeTrustedOrigins trusted;
    FixedClock clock{now};
    Profile profile;
    std::shared_ptr<ClusterSession> session;

    Bench()
    {
        profile.address.accountId = u"11111111-1111-4111-8111-111111111111"_qs;
        profile.address.clusterId = u"33333333-3333-4333-8333-333333333333"_qs;
        cluster.databases = {{u"billing"_qs, {}}, {u"billing_events"_qs, {}}};
        cluster.serverTime = now;
        cluster.clock = &clock;
        Token active;
        active.id = u"1"_qs;
        Token expired = active;
        expired.expiresAt = now.addSecs(-1);
        Token revoked = active;
        revoked.revokedAt = now.addDays(-1);
        cluster.tokens = {active, expired, revoked};
        session = std::make_shared<ClusterSession>(profile, cluster.factory()(profile.address), keychain,
                                                   trusted, clock);
        session->credential().useForSession(Secret::copyOf("M.V1.FAKE"));
    }

    const ClusterSession::State &state() const { return session->state(); }
};

} // namespace

class ClusterSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDatabasesAndCountsActiveTokens()
    {
        Bench bench;
        QVERIFY(!bench.state().databases);
        bench.session->reload();
        QVERIFY(bench.state().loading);
        QTRY_VERIFY(!bench.state().loading);
        QCOMPARE(bench.state().databases->size(), 2);
        QVERIFY(bench.state().access);
        QCOMPARE(bench.state().access->size(), 1);
        QCOMPARE(bench.state().readAt, now);
        QVERIFY(!bench.state().problem);
    }

    void keepsWhatItHadWhenReadingFails()
    {
        Bench bench;
        bench.session->reload();
        QTRY_VERIFY(!bench.state().loading);
        bench.cluster.listError =
            FakeCluster::error(ApiError::Kind::ServerError, 500, ApiError::Effect::None);
        bench.clock.set(now.addSecs(3600));
        bench.session->reload();
        QTRY_VERIFY(bench.state().problem.has_value());
        QVERIFY(!bench.state().loading);
        QCOMPARE(std::get<ApiError>(*bench.state().problem).kind, ApiError::Kind::ServerError);
        QCOMPARE(bench.state().databases->size(), 2);
        QCOMPARE(bench.state().readAt, now);
        bench.cluster.listError.reset();
        bench.session->reload();
        QVERIFY(!bench.state().problem);
        QTRY_COMPARE(bench.state().readAt, now.addSecs(3600));
    }

    void tokensThatCannotBeReadAreToldAndAskedForAgain()
    {
        Bench bench;
        bench.session->reload();
        QTRY_VERIFY(!bench.state().loading);
        bench.cluster.tokensError =
            FakeCluster::error(ApiError::Kind::ServerError, 503, ApiError::Effect::None);
        bench.session->reload();
        QTRY_VERIFY(bench.state().tokensProblem.has_value());
        QVERIFY(!bench.state().problem && !bench.state().loading);
        QVERIFY(bench.state().retry.has_value());
        // Who was known is known still.
        QCOMPARE(bench.session->tokensCalled({}), std::optional(QStringList{u"1"_qs, u"1"_qs, u"1"_qs}));
        QCOMPARE(bench.session->tokenIds(), QSet<QString>{u"1"_qs});
        QVERIFY(bench.state().access);
        const int listings = bench.cluster.listings;
        bench.cluster.tokensError.reset();
        QTRY_VERIFY(!bench.state().tokensProblem);
        // The databases were read and are not read again.
        QCOMPARE(bench.cluster.listings, listings + 1);
        QVERIFY(!bench.state().retry);
    }

    void whoMayNotListTokensIsNotBothered()
    {
        Bench bench;
        bench.session->reload();
        QTRY_VERIFY(!bench.state().loading);
        bench.cluster.tokensError =
            FakeCluster::error(ApiError::Kind::Forbidden, 403, ApiError::Effect::None);
        bench.session->reload();
        QTRY_VERIFY(!bench.state().loading);
        QVERIFY(!bench.state().tokensProblem && !bench.state().retry);
        QVERIFY(!bench.state().access);
        QVERIFY(bench.session->tokensCalled({}).has_value());
    }

    void saysWhyItCannotAsk()
    {
        Bench bench;
        bench.session =
            std::make_shared<ClusterSession>(bench.profile, bench.cluster.factory()(bench.profile.address),
                                             bench.keychain, bench.trusted, bench.clock);
        bench.session->reload();
        QTRY_VERIFY(bench.state().problem.has_value());
        QCOMPARE(std::get<CredentialFault>(std::get<CredentialError>(*bench.state().problem)),
                 CredentialFault::OriginNotTrusted);
        QCOMPARE(bench.cluster.listings, 0);
    }

    void stopsAtOnce()
    {
        Bench bench;
        bench.session->reload();
        bench.session->stop();
        QVERIFY(!bench.state().loading);
        QSignalSpy changed(bench.session.get(), &ClusterSession::stateChanged);
        QCoreApplication::processEvents();
        QCOMPARE(changed.size(), 0);
        QVERIFY(!bench.state().databases);
    }

    void asksAnewWhileAsking()
    {
        Bench bench;
        bench.session->reload();
        bench.cluster.databases.push_back({u"later"_qs, {}});
        bench.session->reload();
        QTRY_VERIFY(!bench.state().loading);
        QCOMPARE(bench.state().databases->size(), 3);
    }

    void followsTheServersClock_data()
    {
        QTest::addColumn<qint64>("ahead");
        QTest::addColumn<qint64>("skew");
        QTest::newRow("same") << qint64(0) << qint64(0);
        QTest::newRow("noise") << qint64(2) << qint64(0);
        QTest::newRow("this computer is ahead") << qint64(600) << qint64(600);
        QTest::newRow("this computer is behind") << qint64(-600) << qint64(-600);
    }

    void followsTheServersClock()
    {
        QFETCH(qint64, ahead);
        QFETCH(qint64, skew);
        Bench bench;
        bench.cluster.serverTime = now.addSecs(-ahead);
        bench.session->reload();
        QTRY_VERIFY(!bench.state().loading);
        QCOMPARE(bench.session->clockSkew(), skew);
        QCOMPARE(bench.session->serverNow(), now.addSecs(-skew));
    }

    // A large list is long behind its headers.
    void aSlowDownloadIsNoClockError()
    {
        Bench bench;
        const FixedClock early(now);
        bench.cluster.clock = &early;
        bench.clock.set(now.addSecs(600));
        bench.session->reload();
        QTRY_VERIFY(!bench.state().loading);
        QVERIFY(bench.state().databases);
        QCOMPARE(bench.session->clockSkew(), qint64(0));
        QCOMPARE(bench.session->serverNow(), now.addSecs(600));
    }
};

QTEST_GUILESS_MAIN(ClusterSessionTest)
#include "tst_clustersession.moc"
