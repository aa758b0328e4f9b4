// SPDX-License-Identifier: MIT
#include "support/keyring/fakekwallet.h"
#include "support/puppet/stage.h"

#include <QTest>

using namespace tokenry;
using namespace tokenry::test;
using Fault = FakeKWallet::Fault;
using EntryStage = LedgerEntry::Stage;
Q_DECLARE_METATYPE(FakeKWallet::Fault)

/// The whole program on Plasma 5, its wallet failing between the proof and the storing.
class KWalletCustodyTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeKWallet> m_service;
    Stage m_stage;

    Puppeteer &program() { return m_stage.program(); }

    void create(const QString &description, const std::function<void()> &meanwhile)
    {
        QVERIFY(m_stage.prepare());
        QVERIFY(m_stage.open({.operation = 5000}));
        QVERIFY(m_stage.reviewReady(description));
        const auto stopped = m_stage.stopCluster();
        QVERIFY(m_stage.post(description));
        QVERIFY(program().tell(u"beat"_qs));
        meanwhile();
    }

    /// The wallet has the secret, and does not say so.
    void beginWriting(const QString &description)
    {
        int writes = 0;
        create(description, [&] {
            writes = m_service->writes();
            m_service->setFault(Fault::AnswersNoWrite);
        });
        QTRY_COMPARE(m_service->writes(), writes + 1);
    }

    void isStoredInTheEnd(const QString &description, const QString &addition = {})
    {
        QVERIFY(program().tell(u"reads Stored and read back"_qs));
        QVERIFY(m_stage.isAlive());
        QCOMPARE(m_service->secretOf(m_stage.item(description + addition)).size(), 70);
        QVERIFY(m_service->isSynced());
        QCOMPARE(m_stage.entry()->stage, EntryStage::Stored);
        QCOMPARE(m_stage.onCluster(description).size(), 1);
    }

private Q_SLOTS:
    void initTestCase() { FakeKWallet::pretendPlasma(); }
    void init() { m_service = std::make_unique<FakeKWallet>(); }
    void cleanup()
    {
        m_stage.drop();
        m_service.reset();
    }

    void isNeverTakenForStored_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("refuses the write") << Fault::RefusesWrites;
        QTest::newRow("keeps something else") << Fault::GarblesWrites;
        QTest::newRow("reads nothing") << Fault::FailsReads;
    }

    void isNeverTakenForStored()
    {
        QFETCH(Fault, fault);
        const QString description = QString::fromLatin1(QTest::currentDataTag());
        create(description, [&] { m_service->setFault(fault); });
        QVERIFY(
            program().tell(u"reads Not stored. The keychain said “stored”, but reading back gave something "
                           "else."_qs));
        QCOMPARE(m_stage.entry()->stage, EntryStage::Answered);
        QCOMPARE(program().ask(u"close"_qs), u"no"_qs);
        m_service->setFault(Fault::None);
        QVERIFY(program().tell(u"press Retry save"_qs));
        if (fault != Fault::GarblesWrites) {
            isStoredInTheEnd(description);
            return;
        }
        // What is there could be another program's, which came in between.
        QVERIFY(program().tell(u"reads Not stored. Another item of the keychain bears this name."_qs));
        QVERIFY(program().tell(u"press Save under another name…"_qs));
        QVERIFY(program().tell(u"press Save under this name"_qs));
        isStoredInTheEnd(description, u" 2"_qs);
    }

    void isClosedMeanwhile()
    {
        const QString description = u"Closed"_qs;
        create(description, [&] { m_service->setOpen(false); });
        QVERIFY(program().tell(u"reads Not stored. The keyring is locked."_qs));
        QCOMPARE(m_service->dialogs(), 0);
        m_service->setFault(Fault::RefusesOpening);
        QVERIFY(program().tell(u"press Unlock and retry save"_qs));
        QVERIFY(program().tell(u"reads the password was not given"_qs));
        QCOMPARE(m_stage.entry()->stage, EntryStage::Answered);
        m_service->setFault(Fault::None);
        QVERIFY(program().tell(u"press Unlock and retry save"_qs));
        isStoredInTheEnd(description);
        QCOMPARE(m_service->dialogs(), 2);
    }

    void refusesAccessMeanwhile()
    {
        const QString description = u"Refused"_qs;
        create(description, [&] { m_service->setFault(Fault::RefusesOpening); });
        QVERIFY(program().tell(u"reads Not stored. The keychain refused access."_qs));
        m_service->setFault(Fault::None);
        QVERIFY(program().tell(u"press Retry save"_qs));
        isStoredInTheEnd(description);
    }

    void diesInTheMiddleOfWriting()
    {
        const QString description = u"Dies"_qs;
        beginWriting(description);
        m_service.reset();
        QVERIFY(program().tell(u"reads Not stored. No keychain is running on this computer."_qs));
        m_service = std::make_unique<FakeKWallet>();
        QVERIFY(program().tell(u"press Retry save"_qs));
        isStoredInTheEnd(description);
    }

    void hangsInTheMiddleOfWriting()
    {
        const QString description = u"Hangs"_qs;
        beginWriting(description);
        QVERIFY(program().tell(u"reads Not stored. The keychain does not answer."_qs));
        QVERIFY(m_stage.isAlive());
        QCOMPARE(m_stage.entry()->stage, EntryStage::Answered);
        QCOMPARE(program().ask(u"close"_qs), u"no"_qs);
        m_service.reset();
        m_service = std::make_unique<FakeKWallet>();
        QVERIFY(program().tell(u"press Retry save"_qs));
        isStoredInTheEnd(description);
    }

    void anotherEntryIsThere()
    {
        const QString description = u"Taken"_qs;
        create(description, [&] {
            m_service->put(m_stage.item(description), u"another's"_qs);
            m_service->setFault(Fault::FailsReads);
        });
        QVERIFY(program().tell(u"reads Another item of the keychain bears this name."_qs));
        m_service->setFault(Fault::None);
        QVERIFY(program().tell(u"can Save under another name…"_qs));
        QCOMPARE(m_service->secretOf(m_stage.item(description)), "another's");
        QCOMPARE(m_stage.entry()->stage, EntryStage::Answered);
    }
};

QTEST_GUILESS_MAIN(KWalletCustodyTest)
#include "tst_kwalletcustody.moc"
