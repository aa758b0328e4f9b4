// SPDX-License-Identifier: MIT
#include "api/managementclient.h"
#include "journeys/democontrol.h"
#include "journeys/issuance.h"
#include "journeys/unfinished.h"
#include "keychain/systemkeychain.h"
#include "storage/files.h"
#include "storage/ledgerfiles.h"
#include "support/democlusterprocess.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/keyring/keyringsession.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using tests::DemoClusterProcess;

/// A real cluster creates and loses its answer; real list, real revocation, real keychain, real files.
class LostAnswerTest : public QObject
{
    Q_OBJECT

    DemoClusterProcess m_cluster;
    QTemporaryDir m_directory;
    SystemKeychain m_keychain;
    testsupport::FakeTrustedOrigins m_trusted;
    SystemClock m_clock;
    std::unique_ptr<LedgerFiles> m_ledger;
    std::shared_ptr<ClusterSession> m_session;
    std::unique_ptr<Issuance> m_issuance;

    static std::unique_ptr<ManagementApi> makeApi(const ClusterAddress &address)
    {
        return std::make_unique<ManagementClient>(address);
    }

    void open(const QString &description)
    {
        Profile profile;
        profile.slug = u"lost"_qs;
        profile.address.managementUrl = QUrl(m_cluster.managementUrl());
        profile.address.accountId = m_cluster.accountId();
        profile.address.clusterId = m_cluster.clusterId();
        m_session = std::make_shared<ClusterSession>(profile, makeApi(profile.address), m_keychain, m_trusted,
                                                     m_clock);
        m_session->credential().useForSession(Secret::copyOf(DemoClusterProcess::managementToken()));
        TokenDraft draft;
        draft.description = description;
        draft.permissions.tick(Action::Read, draft.permissions.addTyped(u"billing"_qs).value(), true);
        m_issuance = std::make_unique<Issuance>(*TokenRequest::from(draft, m_clock.now()), m_session,
                                                &makeApi, m_keychain, *m_ledger);
        m_issuance->begin();
        QTRY_VERIFY_WITH_TIMEOUT(m_issuance->state().canCreate(), 20'000);
    }

    void loseTheAnswer()
    {
        m_cluster.process().write(armingLine(DemoFault::LoseAnswer));
        const auto isArmed = [&] {
            while (m_cluster.process().canReadLine()) {
                if (demoReport(m_cluster.process().readLine()).armed == DemoFault::LoseAnswer)
                    return true;
            }
            return false;
        };
        QVERIFY(QTest::qWaitFor(isArmed, 20'000));
        m_issuance->create();
        QTRY_COMPARE_WITH_TIMEOUT(m_issuance->state().phase, IssuanceState::Phase::Unclear, 20'000);
    }

    /// Active and revoked tokens with the description.
    std::pair<int, int> onServer(const QString &description) const
    {
        std::pair<int, int> count;
        const QJsonArray tokens = m_cluster.getJson(u"/tokens"_qs).toArray();
        for (const QJsonValue &token : tokens) {
            if (token[u"description"_qs].toString() == description)
                ++(token[u"revokedAt"_qs].isUndefined() ? count.first : count.second);
        }
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_cluster.start());
        m_ledger = std::make_unique<LedgerFiles>(m_directory.filePath(u"ledger"_qs));
    }

    void isFoundRevokedAndCreatedAgain()
    {
        const QString description = u"lost once"_qs;
        open(description);
        QVERIFY(!QTest::currentTestFailed());
        loseTheAnswer();
        QVERIFY(!QTest::currentTestFailed());
        QTRY_COMPARE_WITH_TIMEOUT(m_issuance->recovery()->state().phase, RecoveryState::Phase::Found, 20'000);
        QCOMPARE(onServer(description).first, 1);
        m_issuance->revokeOrphanAndCreate();
        QTRY_COMPARE_WITH_TIMEOUT(m_issuance->state().custody, IssuanceState::Custody::Stored, 20'000);
        QCOMPARE(onServer(description).first, 1);
        QVERIFY(!test::lookUp(m_issuance->keychainItem()).isEmpty());
    }

    void isToldAtTheNextStart()
    {
        const QString description = u"lost for good"_qs;
        open(description);
        QVERIFY(!QTest::currentTestFailed());
        loseTheAnswer();
        QVERIFY(!QTest::currentTestFailed());
        m_issuance.reset();
        m_ledger = std::make_unique<LedgerFiles>(m_directory.filePath(u"ledger"_qs));
        Unfinished unfinished(*m_ledger, &makeApi, m_keychain);
        unfinished.takeUp(m_session);
        QTRY_VERIFY_WITH_TIMEOUT(unfinished.toTell(*m_session) &&
                                     unfinished.toTell(*m_session)->state().phase ==
                                         RecoveryState::Phase::Found,
                                 20'000);
        unfinished.toTell(*m_session)->keep();
        QCOMPARE(onServer(description).first, 1);
    }

    void leavesNoSecretInTheLedger()
    {
        const QDir ledger(m_directory.filePath(u"ledger"_qs));
        const QFileInfoList files = ledger.entryInfoList(QDir::Files | QDir::Hidden);
        QCOMPARE(files.size(), 3);
        for (const QFileInfo &file : files) {
            const QByteArray content = test::contentOf(file.filePath());
            QVERIFY(!content.contains("apiv1_") && !content.contains("M.V1"));
            QCOMPARE(test::modeOf(file.filePath()), 0600);
        }
    }
};

QTEST_GUILESS_MAIN(LostAnswerTest)
#include "tst_lostanswer.moc"
