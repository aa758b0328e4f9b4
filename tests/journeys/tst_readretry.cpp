// SPDX-License-Identifier: MIT
#include "journeys/clustersession.h"
#include "journeys/readretry.h"
#include "support/fakes/fakecluster.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/fakes/fixedclock.h"

#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;
using Kind = ApiError::Kind;
using std::chrono::seconds;

namespace
{

ApiError failure(Kind kind, int status = 0, std::optional<seconds> retryAfter = {})
{
    ApiError error = FakeCluster::error(kind, status, ApiError::Effect::None);
    error.retryAfter = retryAfter;
    return error;
}

} // namespace

/// Lists are asked for again by machine, a few times and ever later; the person sees it and can stop it.
class ReadRetryTest : public QObject
{
    Q_OBJECT

    FakeCluster m_cluster;
    FakeKeychain m_keychain;
    FakeTrustedOrigins m_trusted;
    FixedClock m_clock{QDateTime({2026, 11, 23}, {14, 3})};
    std::unique_ptr<ClusterSession> m_session;

    const ClusterSession::State &state() const { return m_session->state(); }

private Q_SLOTS:
    void init()
    {
        m_cluster = {};
        m_cluster.databases = {{u"billing"_qs, {}}};
        m_session = std::make_unique<ClusterSession>(Profile(), m_cluster.factory()(ClusterAddress()),
                                                     m_keychain, m_trusted, m_clock);
        m_session->credential().useForSession(Secret::copyOf("M.V1.FAKE"));
    }

    void pausesGrowAndEnd()
    {
        const ApiError lost = failure(Kind::ConnectionLost);
        seconds last(0);
        for (int failures = 1; failures <= mostRetries; ++failures) {
            const auto pause = pauseAfter(lost, failures);
            QVERIFY(pause && *pause > last);
            last = *pause;
        }
        QVERIFY(!pauseAfter(lost, mostRetries + 1));
        QVERIFY(!pauseAfter(lost, 0));
    }

    void honoursRetryAfter_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("pause"); // 0: left to the person
        QTest::newRow("none") << 0 << 1 << 2;
        QTest::newRow("shorter than ours") << 1 << 1 << 2;
        QTest::newRow("longer") << 7 << 1 << 7;
        QTest::newRow("longer, later") << 7 << 3 << 15;
        QTest::newRow("a minute") << 60 << 1 << 60;
        QTest::newRow("more than a minute") << 61 << 1 << 0;
        QTest::newRow("a day") << 86400 << 1 << 0;
    }

    void honoursRetryAfter()
    {
        QFETCH(int, asked);
        QFETCH(int, failures);
        QFETCH(int, pause);
        for (const auto &[kind, status] :
             {std::pair(Kind::TooManyRequests, 429), std::pair(Kind::ServerError, 503)}) {
            const auto got = pauseAfter(failure(kind, status, seconds(asked)), failures);
            QCOMPARE(got.value_or(seconds(0)).count(), pause);
        }
    }

    void onlyWhatMayPass_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("again");
        QTest::newRow("lost") << Kind::ConnectionLost << 0 << true;
        QTest::newRow("no network") << Kind::NetworkUnreachable << 0 << true;
        QTest::newRow("no such name") << Kind::HostNotFound << 0 << true;
        QTest::newRow("refused") << Kind::ConnectionRefused << 0 << true;
        QTest::newRow("429") << Kind::TooManyRequests << 429 << true;
        QTest::newRow("502") << Kind::ServerError << 502 << true;
        QTest::newRow("501") << Kind::ServerError << 501 << false;
        QTest::newRow("401") << Kind::Unauthorized << 401 << false;
        QTest::newRow("403") << Kind::Forbidden << 403 << false;
        QTest::newRow("404") << Kind::NotFound << 404 << false;
        QTest::newRow("redirect") << Kind::Redirected << 302 << false;
        QTest::newRow("sign-in page") << Kind::SignInPage << 200 << false;
        QTest::newRow("expired") << Kind::CertificateExpired << 0 << false;
        QTest::newRow("proxy") << Kind::ProxyWantsPassword << 407 << false;
        QTest::newRow("deadline") << Kind::DeadlinePassed << 0 << false;
        QTest::newRow("stopped") << Kind::Stopped << 0 << false;
    }

    void onlyWhatMayPass()
    {
        QFETCH(Kind, kind);
        QFETCH(int, status);
        QFETCH(bool, again);
        QCOMPARE(pauseAfter(failure(kind, status), 1).has_value(), again);
    }

    void asksAgainByItself()
    {
        m_cluster.listError = failure(Kind::ConnectionLost);
        m_session->reload();
        QTRY_VERIFY(state().retry.has_value());
        QCOMPARE(state().retry->number, 1);
        QVERIFY(!state().loading);
        QVERIFY(state().problem.has_value());
        QVERIFY(state().retry->due.remainingTime() > 0);
        // The problem stays in view until there is an answer.
        QTRY_VERIFY(!state().retry || state().retry->number == 2);
        QVERIFY(state().problem.has_value());
        QTRY_COMPARE(state().retry ? state().retry->number : 0, 2);
        m_cluster.listError.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!state().problem, 20000);
        QCOMPARE(state().databases->size(), 1);
        QVERIFY(!state().retry && !state().loading);
    }

    void stopsWhenAsked()
    {
        m_cluster.listError = failure(Kind::ServerError, 503);
        m_session->reload();
        QTRY_VERIFY(state().retry.has_value());
        const int listings = m_cluster.listings;
        m_session->stop();
        QVERIFY(!state().retry && !state().loading);
        QVERIFY(state().problem.has_value());
        QTest::qWait(2500); // past the first pause
        QCOMPARE(m_cluster.listings, listings);
    }

    void beginsAnewWhenThePersonDoes()
    {
        m_cluster.listError = failure(Kind::ServerError, 503);
        m_session->reload();
        QTRY_COMPARE(state().retry ? state().retry->number : 0, 2);
        m_session->reload();
        QVERIFY(!state().retry);
        QTRY_COMPARE(state().retry ? state().retry->number : 0, 1);
    }
};

QTEST_GUILESS_MAIN(ReadRetryTest)
#include "tst_readretry.moc"
