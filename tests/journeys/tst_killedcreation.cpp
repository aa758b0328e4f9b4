// SPDX-License-Identifier: MIT
#include "api/managementclient.h"
#include "journeys/unfinished.h"
#include "keychain/systemkeychain.h"
#include "storage/ledgerfiles.h"
#include "support/democlusterprocess.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/keyring/keyringsession.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using tests::DemoClusterProcess;

/// kill -9 at many moments of real creations: the next start has the secret in the keychain, or tells of the
/// token, and there are never two.
class KilledCreationTest : public QObject
{
    Q_OBJECT

    DemoClusterProcess m_cluster;
    QTemporaryDir m_directory;
    SystemKeychain m_keychain;
    testsupport::FakeTrustedOrigins m_trusted;
    SystemClock m_clock;

    /// One for each creation.
    QString ledger() const { return m_directory.filePath(QString::fromLatin1(QTest::currentDataTag())); }

    /// IDs of the active tokens with the description.
    QStringList onServer(const QString &description) const
    {
        QStringList ids;
        const QJsonArray tokens = m_cluster.getJson(u"/tokens"_qs).toArray();
        for (const QJsonValue &token : tokens) {
            if (token[u"description"_qs].toString() == description && token[u"revokedAt"_qs].isUndefined())
                ids += token[u"id"_qs].toString();
        }
        return ids;
    }

    void start(QProcess &victim, const QString &description, int moment)
    {
        victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        victim.start(QStringLiteral(TOKENRY_VICTIM),
                     {m_cluster.managementUrl(), m_cluster.accountId(), m_cluster.clusterId(), ledger(),
                      description, QString::number(moment)});
        QVERIFY(victim.waitForStarted());
        victim.write(DemoClusterProcess::managementToken() + '\n');
        victim.closeWriteChannel();
    }

    /// What the next start makes of it.
    void verifyNextStart(const QString &description)
    {
        // What was on its way when the process died arrives within a moment.
        QTest::qWait(60);
        Profile profile;
        profile.slug = u"victim"_qs;
        profile.address.managementUrl = QUrl(m_cluster.managementUrl());
        profile.address.accountId = m_cluster.accountId();
        profile.address.clusterId = m_cluster.clusterId();
        const ManagementApiFactory makeApi = [](const ClusterAddress &address) {
            return std::make_unique<ManagementClient>(address);
        };
        const auto session = std::make_shared<ClusterSession>(profile, makeApi(profile.address), m_keychain,
                                                              m_trusted, m_clock);
        session->credential().useForSession(Secret::copyOf(DemoClusterProcess::managementToken()));
        LedgerFiles files(ledger());
        Unfinished unfinished(files, makeApi, m_keychain);
        unfinished.takeUp(session);
        QVERIFY(unfinished.unusable().empty());

        const QString name = keychainNameFor(description);
        const KeychainItem item = m_keychain.tokenItem(profile.slug, name);
        const bool isStored = !test::lookUp(item).isEmpty();
        const QStringList ids = onServer(description);
        QVERIFY(ids.size() <= 1);
        if (isStored)
            QCOMPARE(ids.size(), 1);
        if (ids.isEmpty() || isStored) {
            // Nothing to lose: the next start may ask, where the request may have left, but finds nothing.
            Recovery *const told = unfinished.toTell(*session);
            if (told)
                QTRY_VERIFY_WITH_TIMEOUT(told->state().isSilent() ||
                                             told->state().phase == RecoveryState::Phase::NotThere,
                                         20'000);
            QVERIFY(!isStored || !unfinished.toTell(*session) ||
                    unfinished.toTell(*session)->state().phase != RecoveryState::Phase::NotThere);
            m_ended[isStored ? u"stored"_qs : u"nothing created"_qs]++;
            return;
        }
        QTRY_VERIFY_WITH_TIMEOUT(
            unfinished.toTell(*session) && unfinished.toTell(*session)->state().canDecide(), 20'000);
        Recovery &told = *unfinished.toTell(*session);
        QCOMPARE(told.state().chosen, ids.constFirst());
        m_ended[told.state().phase == RecoveryState::Phase::Found ? u"found"_qs : u"not stored"_qs]++;
        told.revoke();
        QTRY_COMPARE_WITH_TIMEOUT(told.state().outcome, RecoveryState::Outcome::Revoked, 20'000);
        QCOMPARE(onServer(description), QStringList());
    }

    QMap<QString, int> m_ended;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_cluster.start()); }

    void isNeverLost_data()
    {
        QTest::addColumn<int>("moment");
        QTest::addColumn<int>("delay");
        for (int moment = 1; moment <= 30; ++moment)
            QTest::addRow("moment %d", moment) << moment << -1;
        for (const int delay : {0, 1, 2, 4, 7, 10, 15, 20, 30, 45, 70, 110})
            QTest::addRow("%d ms after the click", delay) << 0 << delay;
    }

    void isNeverLost()
    {
        QFETCH(int, moment);
        QFETCH(int, delay);
        const QString description = u"victim %1 %2"_qs.arg(moment).arg(delay);
        QProcess victim;
        start(victim, description, moment);
        if (delay >= 0) {
            QVERIFY(victim.waitForReadyRead(30'000));
            QTest::qSleep(std::max(delay, 1));
            victim.kill();
        }
        QVERIFY(victim.waitForFinished(60'000));
        QVERIFY(victim.exitStatus() == QProcess::CrashExit || victim.exitCode() == 0);
        verifyNextStart(description);
    }

    void metEveryEnding()
    {
        // Otherwise the moments do not lie where the story is.
        for (const char *const ending : {"nothing created", "found", "not stored", "stored"})
            QVERIFY2(m_ended.value(QString::fromLatin1(ending)) > 0, ending);
    }
};

QTEST_GUILESS_MAIN(KilledCreationTest)
#include "tst_killedcreation.moc"
