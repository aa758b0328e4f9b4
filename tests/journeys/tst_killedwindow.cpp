// SPDX-License-Identifier: MIT
#include "support/puppet/stage.h"

#include <QTest>

#include <csignal>

using namespace tokenry;
using namespace tokenry::test;

/// The whole program, killed in the middle of a creation, and its next start.
class KilledWindowTest : public QObject
{
    Q_OBJECT

    Stage m_stage;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_stage.prepare());
        QVERIFY(m_stage.prepareOutpost());
    }

    void theNextStartTellsInTheProfileThatItWasFor()
    {
        const QString description = u"Killed on the outpost"_qs;
        QVERIFY(m_stage.open());
        QVERIFY(m_stage.program().tell(u"choose Profile=outpost"_qs));
        QVERIFY(m_stage.program().tell(u"reads 12 databases"_qs));
        QVERIFY(m_stage.reviewReady(description));
        {
            const auto stopped = m_stage.stopCluster();
            QVERIFY(m_stage.post(description));
            m_stage.program().signal(SIGKILL);
            QTRY_VERIFY(!m_stage.program().isRunning());
        }
        QCOMPARE(m_stage.entry()->stage, LedgerEntry::Stage::Sending);
        QCOMPARE(m_stage.entry()->profileSlug, u"outpost"_qs);

        // The cluster went on and made the token.
        QVERIFY(m_stage.openAgain());
        QVERIFY(m_stage.program().tell(u"reads 12 databases"_qs));
        QVERIFY(m_stage.program().tell(u"reads Unfinished creation “"_qs + description +
                                       u"”: The token was created, and its secret did not arrive."_qs));
        QVERIFY(m_stage.program().tell(u"press Keep it"_qs));
        QVERIFY(m_stage.program().tell(u"press OK"_qs));
        QVERIFY(m_stage.program().tell(u"close"_qs));
        QVERIFY(m_stage.program().ends());
        QVERIFY(m_stage.entry()->outcome == LedgerEntry::Outcome::Kept);
    }
};

QTEST_GUILESS_MAIN(KilledWindowTest)
#include "tst_killedwindow.moc"
