// SPDX-License-Identifier: MIT
#include "common/secretclipboard.h"
#include "connection/clusterheader.h"
#include "connection/welcomepage.h"
#include "support/fakes/fakecluster.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/fakes/fixedclock.h"
#include "support/person/person.h"
#include "ui/lookup.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace tokenry;
using namespace tokenry::testsupport;

namespace
{

Profile profile(const QString &slug, Environment environment)
{
    Profile profile;
    profile.slug = slug;
    profile.name = slug;
    profile.environment = environment;
    profile.address.accountId = u"11111111-1111-4111-8111-111111111111"_qs;
    profile.address.clusterId = u"33333333-3333-4333-8333-333333333333"_qs;
    return profile;
}

} // namespace

class ClusterHeaderTest : public QObject
{
    Q_OBJECT

    FakeCluster m_cluster;
    FakeKeychain m_keychain;
    FakeTrustedOrigins m_trusted;
    FixedClock m_clock{QDateTime({2026, 11, 23}, {14, 3})};
    std::unique_ptr<SecretClipboard> m_clipboard;
    std::unique_ptr<ClusterSession> m_session;
    std::unique_ptr<ClusterHeader> m_header;
    Person m_person;

    QString counts() const { return m_header->findChild<QLabel *>(u"counts"_qs)->text(); }
    void show() { m_header->showSession(*m_session, m_clock.now()); }

private Q_SLOTS:
    void init()
    {
        const Profile production = profile(u"prod-eu"_qs, Environment::Production);
        m_cluster = {};
        m_clock.set(QDateTime({2026, 11, 23}, {14, 3}));
        m_cluster.databases = {{u"a"_qs, {}}, {u"b"_qs, {}}};
        m_clipboard = std::make_unique<SecretClipboard>(*QGuiApplication::clipboard());
        m_session = std::make_unique<ClusterSession>(production, m_cluster.factory()(production.address),
                                                     m_keychain, m_trusted, m_clock);
        m_session->credential().useForSession(Secret::copyOf("M.V1.FAKE0000"));
        m_header = std::make_unique<ClusterHeader>(*m_clipboard);
        m_header->setProfiles({production, profile(u"staging"_qs, Environment::Staging)}, u"prod-eu"_qs);
        connect(m_session.get(), &ClusterSession::stateChanged, m_header.get(), [this] { show(); });
        m_header->resize(1200, 48);
        m_header->show();
        show();
    }

    void saysWhichClusterThisIs()
    {
        QVERIFY(m_person.sees(u"PRODUCTION"_qs));
        QCOMPARE(m_person.find<QComboBox>(u"Profile"_qs)->currentText(), u"prod-eu"_qs);
        QVERIFY(m_person.reads(u"account 11111111…"_qs));
        QVERIFY(m_person.reads(u"cluster 33333333…"_qs));
        QVERIFY(m_person.click(u"Copy cluster ID"_qs));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"33333333-3333-4333-8333-333333333333"_qs);
        const Profile demo = profile(u"tokenry_demo"_qs, Environment::Other);
        const ClusterSession demoSession(demo, m_cluster.factory()(demo.address), m_keychain, m_trusted,
                                         m_clock);
        m_header->showSession(demoSession, m_clock.now());
        QVERIFY(m_person.sees(u"DEMO"_qs));
        QVERIFY(!m_person.sees(u"PRODUCTION"_qs));
    }

    void saysWhatWasReadAndWhen()
    {
        QCOMPARE(counts(), QString());
        m_session->reload();
        QCOMPARE(counts(), u"Reading…"_qs);
        QVERIFY(m_person.sees(u"Stop"_qs) && !m_person.sees(u"Reload"_qs));
        QTRY_COMPARE(counts(), u"2 databases, 0 active tokens, read 14:03"_qs);
        QVERIFY(m_person.sees(u"Reload"_qs) && !m_person.sees(u"Stop"_qs));
        m_clock.set(QDateTime({2026, 11, 23}, {14, 20}));
        m_session->reload();
        QCOMPARE(counts(), u"Reading… 2 databases, 0 active tokens, as of 14:03"_qs);
        m_session->stop();
    }

    void aNarrowWindowKeepsTheCounts()
    {
        m_session->reload();
        QTRY_COMPARE(counts(), u"2 databases, 0 active tokens, read 14:03"_qs);
        const auto *const label = m_header->findChild<QLabel *>(u"counts"_qs);
        for (int width = 1200; counts() == u"2 databases, 0 active tokens, read 14:03"_qs; width -= 10) {
            QVERIFY(width > m_header->minimumSizeHint().width());
            QTRY_VERIFY(!isElided(*label));
            m_header->resize(width, 48);
        }
        QVERIFY(!m_person.sees(u"Copy account ID"_qs));
        QCOMPARE(counts(), u"2 databases, 0 active tokens"_qs);
        QTRY_VERIFY(!isElided(*label));
        QVERIFY(label->toolTip().startsWith(u"2 databases, 0 active tokens, read 14:03"_qs));
        m_header->resize(1200, 48);
        QCOMPARE(counts(), u"2 databases, 0 active tokens, read 14:03"_qs);
    }

    void oldDataStayAfterAFailure()
    {
        m_session->reload();
        QTRY_VERIFY(!m_session->state().loading);
        m_cluster.listError = FakeCluster::error(ApiError::Kind::ServerError, 500, ApiError::Effect::None);
        m_session->reload();
        QTRY_VERIFY(m_session->state().problem);
        QCOMPARE(counts(), u"2 databases, 0 active tokens, as of 14:03"_qs);
        m_clock.set(QDateTime({2026, 11, 24}, {9, 0}));
        show();
        QCOMPARE(counts(), u"2 databases, 0 active tokens, as of 2026-11-23 14:03"_qs);
    }

    void tellsWhatThePersonWants()
    {
        QSignalSpy chosen(m_header.get(), &ClusterHeader::profileChosen);
        QSignalSpy reload(m_header.get(), &ClusterHeader::reloadClicked);
        QSignalSpy edit(m_header.get(), &ClusterHeader::editClicked);
        QVERIFY(m_person.choose(u"Profile"_qs, u"staging"_qs));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.front().front().toString(), u"staging"_qs);
        QVERIFY(m_person.click(u"Reload"_qs));
        QCOMPARE(reload.count(), 1);
        QStringList entries;
        for (QAction *const action : m_header->findChild<QMenu *>()->actions()) {
            entries << action->text();
            if (action->text() == u"Edit profile…"_qs)
                action->trigger();
        }
        QCOMPARE(entries, QStringList({u"Add profile…"_qs, u"Edit profile…"_qs, u"Import from influxctl…"_qs,
                                       u"Try the demo cluster"_qs, u"Remove profile…"_qs}));
        QCOMPARE(edit.count(), 1);
    }

    void staysPutWhileBlocked()
    {
        m_header->setBlocked(u"Not now."_qs);
        auto *const chooser = m_person.find<QComboBox>(u"Profile"_qs);
        QVERIFY(!chooser->isEnabled());
        QCOMPARE(chooser->toolTip(), u"Not now."_qs);
        m_header->setBlocked({});
        QVERIFY(chooser->isEnabled());
    }

    void welcomeOffersWhatWorks()
    {
        m_header->hide();
        WelcomePage page;
        QSignalSpy enter(&page, &WelcomePage::enterIdsClicked);
        QSignalSpy demo(&page, &WelcomePage::demoClicked);
        page.show();
        QVERIFY(m_person.reads(u"influxctl --account 'ACCOUNT_ID' management create"_qs));
        QVERIFY(m_person.click(u"Enter IDs…"_qs));
        QVERIFY(m_person.click(u"Try the demo cluster"_qs));
        QCOMPARE(enter.count(), 1);
        QCOMPARE(demo.count(), 1);
        QSignalSpy import(&page, &WelcomePage::importClicked);
        QVERIFY(m_person.click(u"Import from influxctl…"_qs));
        QCOMPARE(import.count(), 1);
        page.setDemoStarting(true);
        QVERIFY(!m_person.find<QPushButton>(u"Starting the demo cluster…"_qs)->isEnabled());
    }

    // One notch over the header must not change the cluster.
    void theWheelChoosesNoProfile()
    {
        m_header->setProfiles(
            {profile(u"prod-eu"_qs, Environment::Production), profile(u"staging"_qs, Environment::Staging)},
            u"prod-eu"_qs);
        auto *const chooser = m_person.find<QComboBox>(u"Profile"_qs);
        const QSignalSpy chosen(m_header.get(), &ClusterHeader::profileChosen);
        for (const int notch : {-120, 120}) {
            QWheelEvent wheel({5, 5}, chooser->mapToGlobal(QPointF(5, 5)), {}, {0, notch}, Qt::NoButton, {},
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(chooser, &wheel);
            QVERIFY(!wheel.isAccepted());
        }
        QVERIFY(chosen.isEmpty());
        QCOMPARE(chooser->currentText(), u"prod-eu"_qs);
    }
};

QTEST_MAIN(ClusterHeaderTest)
#include "tst_clusterheader.moc"
