// SPDX-License-Identifier: MIT
#include "support/keyring/fakesecretservice.h"
#include "support/puppet/stage.h"

#include <QTest>

#include <csignal>

using namespace tokenry;
using namespace tokenry::test;
using Fault = FakeSecretService::Fault;
using EntryStage = LedgerEntry::Stage;
Q_DECLARE_METATYPE(FakeSecretService::Fault)

/// A keychain that was proven, and then lies, falls silent or goes, at the window of the whole program.
class LyingCustodyTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeSecretService> m_service;
    Stage m_stage;

    Puppeteer &program() { return m_stage.program(); }

    void create(const QString &description, const std::function<void()> &meanwhile)
    {
        QVERIFY(m_stage.open({.operation = 3000}));
        QVERIFY(m_stage.reviewReady(description));
        const auto stopped = m_stage.stopCluster();
        QVERIFY(m_stage.post(description));
        QVERIFY(program().tell(u"beat"_qs));
        meanwhile();
    }

    /// The same, and the service has begun to write when this returns.
    void createUntilWriting(const QString &description)
    {
        int before = 0;
        create(description, [&] {
            m_service->setFault(Fault::AnswersNoWrite);
            before = m_service->writes();
        });
        QTRY_COMPARE_WITH_TIMEOUT(m_service->writes(), before + 1, 30'000);
        QCOMPARE(m_service->secretOf(m_stage.item(description)), QByteArray());
        QCOMPARE(m_stage.entry()->stage, EntryStage::Answered);
    }

private Q_SLOTS:
    void init() { m_service = std::make_unique<FakeSecretService>(); }
    void cleanup()
    {
        m_stage.drop();
        m_service.reset();
    }

    void isNeverTakenForStored_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QString>("words");
        QTest::newRow("says stored, keeps nothing")
            << Fault::ForgetsWrites
            << u"The keychain said “stored”, but reading back gave something else."_qs;
        QTest::newRow("says stored, keeps something else")
            << Fault::GarblesWrites
            << u"The keychain said “stored”, but reading back gave something else."_qs;
        QTest::newRow("never answers") << Fault::AnswersNoWrite << u"The keychain does not answer."_qs;
    }

    void isNeverTakenForStored()
    {
        QFETCH(Fault, fault);
        QFETCH(QString, words);
        const QString description = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(m_stage.prepare());
        create(description, [&] { m_service->setFault(fault); });
        QVERIFY(program().tell(u"reads Not stored. "_qs + words));
        QVERIFY(program().tell(u"can Retry save"_qs));
        QCOMPARE(m_stage.entry()->stage, EntryStage::Answered);
        QCOMPARE(program().ask(u"close"_qs), u"no"_qs);
        m_service->setFault(Fault::None);
        // QtKeychain waits for ever for what was never answered, and does nothing else meanwhile.
        const bool recovers = fault != Fault::AnswersNoWrite;
        if (recovers) {
            QVERIFY(program().tell(u"press Retry save"_qs));
            KeychainItem item = m_stage.item(description);
            if (fault == Fault::GarblesWrites) {
                // What is there could be another program's, which came in between.
                QVERIFY(
                    program().tell(u"reads Not stored. Another item of the keychain bears this name."_qs));
                QVERIFY(program().tell(u"press Save under another name…"_qs));
                QVERIFY(program().tell(u"press Save under this name"_qs));
                item = m_stage.item(description + u" 2"_qs);
            }
            QVERIFY(program().tell(u"reads Stored and read back"_qs));
            QCOMPARE(m_service->secretOf(item).size(), 70);
            QCOMPARE(m_stage.entry()->stage, EntryStage::Stored);
        } else {
            QVERIFY(program().tell(u"press Revoke it now"_qs));
            QVERIFY(program().tell(u"reads The token is revoked"_qs));
            QCOMPARE(m_stage.onCluster(description), QStringList());
        }
        QVERIFY(m_stage.isAlive());
        QVERIFY(program().tell(u"press Done"_qs));
        QVERIFY(program().tell(u"close"_qs));
        QVERIFY(program().ends());
    }

    void diesInTheMiddleOfWriting()
    {
        const QString description = u"Dies while writing"_qs;
        QVERIFY(m_stage.prepare());
        createUntilWriting(description);
        m_service.reset();
        QVERIFY(program().tell(u"reads Not stored. No keychain is running on this computer."_qs));
        QCOMPARE(m_stage.entry()->stage, EntryStage::Answered);
        QCOMPARE(program().ask(u"close"_qs), u"no"_qs);
        m_service = std::make_unique<FakeSecretService>();
        QVERIFY(program().tell(u"press Retry save"_qs));
        QVERIFY(program().tell(u"reads Stored and read back"_qs));
        QCOMPARE(m_service->secretOf(m_stage.item(description)).size(), 70);
        QCOMPARE(m_stage.onCluster(description).size(), 1);
        QVERIFY(m_stage.isAlive());
    }

    void writesLongAfter()
    {
        // What was given up is carried out all the same, and known again as one's own.
        const QString description = u"Writes late"_qs;
        QVERIFY(m_stage.prepare());
        createUntilWriting(description);
        QVERIFY(program().tell(u"reads Not stored. The keychain does not answer."_qs));
        const qsizetype before = m_service->items();
        m_service->catchUp();
        QCOMPARE(m_service->items(), before + 1);
        QVERIFY(program().tell(u"press Retry save"_qs));
        QVERIFY(program().tell(u"reads Stored and read back"_qs));
        QCOMPARE(m_service->secretOf(m_stage.item(description)).size(), 70);
        QCOMPARE(m_service->items(), before + 1);
        QCOMPARE(m_stage.entry()->stage, EntryStage::Stored);
        QVERIFY(m_stage.isAlive());
    }

    void goesAndComesBack()
    {
        const QString description = u"Gone and back"_qs;
        QVERIFY(m_stage.prepare());
        create(description, [&] { m_service.reset(); });
        QVERIFY(program().tell(u"reads Not stored. No keychain is running on this computer."_qs));
        QCOMPARE(m_stage.entry()->stage, EntryStage::Answered);
        m_service = std::make_unique<FakeSecretService>();
        QVERIFY(program().tell(u"press Retry save"_qs));
        QVERIFY(program().tell(u"reads Stored and read back"_qs));
        QCOMPARE(m_service->secretOf(m_stage.item(description)).size(), 70);
        QCOMPARE(m_stage.onCluster(description).size(), 1);
        QVERIFY(m_stage.isAlive());
    }

    void withoutAServiceNothingIsCreatedIntoIt()
    {
        // The management token was read before the service went.
        QVERIFY(m_stage.prepare());
        QVERIFY(m_stage.open());
        QVERIFY(program().tell(u"beat"_qs));
        m_service.reset();
        QVERIFY(m_stage.review(u"No service"_qs));
        QVERIFY(program().tell(u"reads No keychain is running on this computer."_qs));
        QVERIFY(program().tell(u"reads Nothing was created"_qs));
        QVERIFY(program().tell(u"cannot Create token"_qs));
        QVERIFY(program().tell(u"tick Show only"_qs));
        QVERIFY(program().tell(u"can Create token"_qs));
        QVERIFY(m_stage.isAlive());
    }

    void theBusDiesInTheMiddleOfWriting()
    {
        // The last one: there is no other bus.
        const QString description = u"Busless while writing"_qs;
        QVERIFY(m_stage.prepare());
        createUntilWriting(description);
        ::kill(busPid(), SIGKILL);
        QVERIFY(program().tell(u"reads Not stored. The connection to the desktop session was lost."_qs));
        for (const QString &button : {u"Retry save"_qs, u"Save under another name…"_qs})
            QVERIFY(program().tell(u"misses "_qs + button));
        QCOMPARE(m_stage.entry()->stage, EntryStage::Answered);
        QCOMPARE(program().ask(u"close"_qs), u"no"_qs);
        QVERIFY(program().tell(u"press Revoke it now"_qs));
        QVERIFY(program().tell(u"reads The token is revoked: it no longer works."_qs));
        QCOMPARE(m_stage.onCluster(description), QStringList());
        QVERIFY(m_stage.isAlive());
    }
};

QTEST_GUILESS_MAIN(LyingCustodyTest)
#include "tst_lyingcustody.moc"
