// SPDX-License-Identifier: MIT
#include "connection/sessionnotice.h"
#include "render/managementtokencommand.h"
#include "support/fakes/fakecluster.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/fakes/fixedclock.h"
#include "wording/sessiontext.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;
using Operation = FakeKeychain::Operation;

class SessionNoticeTest : public QObject
{
    Q_OBJECT

    FakeCluster m_cluster;
    std::unique_ptr<FakeKeychain> m_keychain;
    std::unique_ptr<FakeTrustedOrigins> m_trusted;
    FixedClock m_clock{QDateTime({2026, 11, 23}, {14, 3})};
    Profile m_profile;
    std::unique_ptr<ClusterSession> m_session;
    std::unique_ptr<SessionNotice> m_notice;

    KeychainItem item()
    {
        return m_keychain->managementTokenItem(m_profile.address.accountId, u"console.influxdata.com"_qs);
    }
    QStringList actions() const
    {
        QStringList labels;
        for (QPushButton *const button : m_notice->findChildren<QPushButton *>()) {
            if (button->isVisible())
                labels << button->text();
        }
        return labels;
    }
    void press(const QString &label)
    {
        for (QPushButton *const button : m_notice->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == label)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL(qPrintable(label));
    }
    void read()
    {
        m_session->reload();
        QTRY_VERIFY(!m_session->state().loading);
        m_notice->showSession(*m_session, item());
    }

private Q_SLOTS:
    void init()
    {
        m_cluster = {};
        m_keychain = std::make_unique<FakeKeychain>();
        m_trusted = std::make_unique<FakeTrustedOrigins>();
        m_profile.slug = u"prod-eu"_qs;
        m_profile.address.accountId = u"11111111-1111-4111-8111-111111111111"_qs;
        m_session = std::make_unique<ClusterSession>(m_profile, m_cluster.factory()(m_profile.address),
                                                     *m_keychain, *m_trusted, m_clock);
        m_notice = std::make_unique<SessionNotice>();
    }

    void asksBeforeATokenGoesSomewhereNew()
    {
        read();
        QVERIFY(m_notice->text().headline.contains(m_profile.address.accountId));
        QVERIFY(m_notice->text().headline.contains(u"https://console.influxdata.com"_qs));
        QCOMPARE(m_cluster.listings, 0);
        QSignalSpy allowed(m_notice.get(), &SessionNotice::allowClicked);
        press(u"Allow"_qs);
        QCOMPARE(allowed.count(), 1);
    }

    void tellsHowToProvideAToken()
    {
        QVERIFY(m_session->credential().trustOrigin());
        read();
        QVERIFY(m_notice->text().headline.contains(u"no management token"_qs));
        QVERIFY(m_notice->text().details.contains(u"secret-tool store"_qs));
        QVERIFY(m_notice->text().details.contains(u"influxctl --account"_qs));
        QSignalSpy copied(m_notice.get(), &SessionNotice::copyCommandClicked);
        press(u"Copy command for the keychain"_qs);
        QVERIFY(copied.front().front().toString().contains(item().service));
        press(u"Copy command for an administrator"_qs);
        QCOMPARE(copied.back().front().toString(), managementTokenCommand(m_profile));
        QVERIFY(actions().contains(u"Edit profile…"_qs));
    }

    void saysThatTheTokensAloneCouldNotBeRead()
    {
        m_session->credential().useForSession(Secret::copyOf("M.V1.FAKE0000"));
        QVERIFY(m_session->credential().trustOrigin());
        m_cluster.tokensError = FakeCluster::error(ApiError::Kind::DeadlinePassed, 0, ApiError::Effect::None);
        read();
        QVERIFY(m_notice->text().headline.contains(u"list of tokens could not be read"_qs));
        QVERIFY(m_notice->text().meaning.contains(u"Who else has access is not known"_qs));
        QCOMPARE(actions(), QStringList(u"Reload"_qs));
        // Who may not list them is told so where it matters: when the connection is tested.
        m_cluster.tokensError = FakeCluster::error(ApiError::Kind::Forbidden, 403, ApiError::Effect::None);
        read();
        QVERIFY(m_notice->isHidden());
    }

    void blamesTheManagementTokenOnlyForWhatItMayNot_data()
    {
        QTest::addColumn<ApiError::Kind>("kind");
        QTest::addColumn<QString>("said");
        const QString closed = u"is not open to this management token"_qs;
        QTest::newRow("403") << ApiError::Kind::Forbidden << closed;
        QTest::newRow("401") << ApiError::Kind::Unauthorized << closed;
        QTest::newRow("500") << ApiError::Kind::ServerError << u"could not be read. The server failed"_qs;
        QTest::newRow("lost") << ApiError::Kind::ConnectionLost
                              << u"could not be read. The connection to the server was lost"_qs;
    }

    void blamesTheManagementTokenOnlyForWhatItMayNot()
    {
        QFETCH(ApiError::Kind, kind);
        QFETCH(QString, said);
        ConnectionTest::Found found;
        found.tokensError = FakeCluster::error(kind, 0, ApiError::Effect::None);
        QVERIFY(isOdd(found));
        QVERIFY2(foundText(found).headline.contains(said), qPrintable(foundText(found).headline));
    }

    void keepsQuietAboutOldRowsWhereThereAreNone()
    {
        m_session->credential().useForSession(Secret::copyOf("M.V1.FAKE0000"));
        QVERIFY(m_session->credential().trustOrigin());
        m_cluster.listError = FakeCluster::error(ApiError::Kind::NotFound, 404, ApiError::Effect::None);
        read();
        QVERIFY(m_notice->text().meaning.contains(u"could not be read"_qs));
        QVERIFY(!m_notice->text().meaning.contains(u"What was read before"_qs));
        m_cluster.listError.reset();
        read();
        QVERIFY(!m_notice->text().meaning.contains(u"could not be read"_qs));
        m_cluster.listError = FakeCluster::error(ApiError::Kind::NotFound, 404, ApiError::Effect::None);
        read();
        QVERIFY(m_notice->text().meaning.contains(u"What was read before stays as it is."_qs));
    }

    void saysItAnewForAnotherProfile()
    {
        QVERIFY(m_session->credential().trustOrigin());
        read();
        Profile other = m_profile;
        other.slug = u"staging"_qs;
        other.address.accountId = u"22222222-2222-4222-8222-222222222222"_qs;
        ClusterSession session(other, m_cluster.factory()(other.address), *m_keychain, *m_trusted, m_clock);
        QVERIFY(session.credential().trustOrigin());
        session.reload();
        QTRY_VERIFY(!session.state().loading);
        const KeychainItem its =
            m_keychain->managementTokenItem(other.address.accountId, other.address.managementHost());
        m_notice->showSession(session, its);
        QVERIFY(m_notice->text().details.contains(other.address.accountId));
    }

    void theDemoIsNotEdited()
    {
        Profile demo = m_profile;
        demo.slug = u"tokenry_demo"_qs;
        m_cluster.listError =
            FakeCluster::error(ApiError::Kind::ConnectionRefused, 0, ApiError::Effect::None);
        ClusterSession session(demo, m_cluster.factory()(demo.address), *m_keychain, *m_trusted, m_clock);
        session.credential().useForSession(Secret::copyOf("M.V1.FAKE0000"));
        session.reload();
        QTRY_VERIFY(!session.state().loading);
        m_notice->showSession(session, item());
        QCOMPARE(actions(), QStringList({u"Try now"_qs, u"Stop trying"_qs}));
        session.stop();
        m_notice->showSession(session, item());
        QCOMPARE(actions(), QStringList(u"Reload"_qs));
    }

    void everyKeychainFailureHasAWayOn_data()
    {
        QTest::addColumn<KeychainError::Kind>("kind");
        QTest::addColumn<QString>("action");
        QTest::newRow("locked") << KeychainError::Kind::Locked << u"Unlock…"_qs;
        QTest::newRow("dismissed") << KeychainError::Kind::Dismissed << u"Unlock…"_qs;
        QTest::newRow("missing") << KeychainError::Kind::Missing << u"Reload"_qs;
        QTest::newRow("no collection") << KeychainError::Kind::NoCollection << u"Make a keyring…"_qs;
        QTest::newRow("denied") << KeychainError::Kind::Denied << u"Reload"_qs;
        QTest::newRow("slow") << KeychainError::Kind::NotAnswering << u"Reload"_qs;
        QTest::newRow("failed") << KeychainError::Kind::Failed << u"Reload"_qs;
        QTest::newRow("bus lost") << KeychainError::Kind::BusLost << u"Reload"_qs;
    }

    void everyKeychainFailureHasAWayOn()
    {
        QFETCH(KeychainError::Kind, kind);
        QFETCH(QString, action);
        QVERIFY(m_session->credential().trustOrigin());
        m_keychain->fail(Operation::Read, kind, u"library words"_qs);
        read();
        QVERIFY(m_notice->text().headline.startsWith(u"The management token could not be read."_qs));
        QCOMPARE(m_notice->text().details, u"library words"_qs);
        QCOMPARE(actions(), QStringList({action, u"Edit profile…"_qs}));
    }

    void apiErrorsOfferWhatHelps_data()
    {
        QTest::addColumn<ApiError::Kind>("kind");
        QTest::addColumn<bool>("edit");
        QTest::newRow("401") << ApiError::Kind::Unauthorized << true;
        QTest::newRow("403") << ApiError::Kind::Forbidden << true;
        QTest::newRow("not sendable") << ApiError::Kind::TokenUnsendable << true;
        QTest::newRow("404") << ApiError::Kind::NotFound << true;
        QTest::newRow("TLS") << ApiError::Kind::TlsFailed << true;
        QTest::newRow("500") << ApiError::Kind::ServerError << false;
        QTest::newRow("lost") << ApiError::Kind::ConnectionLost << false;
        QTest::newRow("no network") << ApiError::Kind::NetworkUnreachable << false;
        QTest::newRow("sign-in page") << ApiError::Kind::SignInPage << false;
        QTest::newRow("certificate") << ApiError::Kind::CertificateForAnother << true;
    }

    void apiErrorsOfferWhatHelps()
    {
        QFETCH(ApiError::Kind, kind);
        QFETCH(bool, edit);
        m_session->credential().useForSession(Secret::copyOf("M.V1.FAKE0000"));
        m_cluster.listError = FakeCluster::error(kind, 0, ApiError::Effect::None);
        read();
        QVERIFY(actions().contains(m_session->state().retry ? u"Try now"_qs : u"Reload"_qs));
        QCOMPARE(actions().contains(u"Edit profile…"_qs), edit);
        // It goes when reading works again.
        m_cluster.listError.reset();
        read();
        QVERIFY(!m_notice->isVisible());
    }

    void whatIsTriedAgainIsSaidAndCanBeStopped()
    {
        m_session->credential().useForSession(Secret::copyOf("M.V1.FAKE0000"));
        m_cluster.listError = FakeCluster::error(ApiError::Kind::ConnectionLost, 0, ApiError::Effect::None);
        const auto line = [this] {
            auto *const label = m_notice->findChild<QLabel *>(u"retryLine"_qs);
            return label && label->isVisible() ? label->text() : QString();
        };
        connect(m_session.get(), &ClusterSession::stateChanged, m_notice.get(),
                [this] { m_notice->showSession(*m_session, item()); });
        m_session->reload();
        QTRY_COMPARE(line(), u"Trying again by itself in 2 s (1 of 3)."_qs);
        QTRY_COMPARE(line(), u"Trying again by itself in 1 s (1 of 3)."_qs);
        QPushButton *stop = nullptr;
        for (QPushButton *const button : m_notice->findChildren<QPushButton *>())
            stop = button->isVisible() && button->text() == u"Stop trying"_qs ? button : stop;
        QVERIFY(stop);
        QTRY_COMPARE(line(), u"Trying again by itself in 5 s (2 of 3)."_qs);
        // No button moves under the person's hand.
        QVERIFY(stop->isVisible() && stop->isEnabled());
        QSignalSpy stopped(m_notice.get(), &SessionNotice::stopClicked);
        press(u"Stop trying"_qs);
        QCOMPARE(stopped.count(), 1);
        m_session->stop();
        QCOMPARE(line(), QString());
        QVERIFY(actions().contains(u"Reload"_qs));
    }

    void aClockThatIsOffIsSaid()
    {
        m_session->credential().useForSession(Secret::copyOf("M.V1.FAKE0000"));
        m_cluster.clock = &m_clock;
        m_cluster.serverTime = m_clock.now().addSecs(-300);
        read();
        QVERIFY(m_notice->text().headline.contains(u"5 min ahead"_qs));
        QCOMPARE(m_notice->tone(), Tone::Warning);
    }
};

QTEST_MAIN(SessionNoticeTest)
#include "tst_sessionnotice.moc"
