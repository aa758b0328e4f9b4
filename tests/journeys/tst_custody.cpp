// SPDX-License-Identifier: MIT
#include "keychain/systemkeychain.h"
#include "support/keyring/await.h"
#include "support/keyring/passwordwindow.h"
#include "support/puppet/stage.h"

#include <QTest>

#include <csignal>

using namespace tokenry;
using namespace tokenry::test;
using EntryStage = LedgerEntry::Stage;

/// What can happen to a real keyring between the proof and the secret's rest, at the window of the whole
/// program: the secret stays in hand until it is safe, and the window alive. In this order: the daemon dies,
/// then the bus.
class CustodyTest : public QObject
{
    Q_OBJECT

    Stage m_stage;
    QProcess m_otherDaemon;

    Puppeteer &program() { return m_stage.program(); }

    /// Creates, with \a meanwhile happening while the answer is on its way.
    void create(const QString &description, const std::function<void()> &meanwhile,
                const Patience &patience = {})
    {
        QVERIFY(m_stage.open(patience));
        QVERIFY(m_stage.reviewReady(description));
        const auto stopped = m_stage.stopCluster();
        QVERIFY(m_stage.post(description));
        QVERIFY(program().tell(u"beat"_qs));
        meanwhile();
    }

    /// The token is there once, its secret is not in the keychain, and the program has it and does not let
    /// go.
    void verifyInHand(const QString &description)
    {
        QCOMPARE(m_stage.onCluster(description).size(), 1);
        QVERIFY(m_stage.entry());
        QCOMPARE(m_stage.entry()->stage, EntryStage::Answered);
        QVERIFY(program().tell(u"reads this window holds the only copy of its secret"_qs));
        QCOMPARE(program().ask(u"close"_qs), u"no"_qs);
        QVERIFY(program().tell(u"reads It cannot be shown again once the window is closed."_qs));
        for (const QString &button : {u"Copy"_qs, u"Revoke it now"_qs, u"Discard secret"_qs})
            QVERIFY(program().tell(u"can "_qs + button));
        QVERIFY(m_stage.isAlive());
    }

    void verifyStored(const QString &description, const KeychainItem &item)
    {
        QVERIFY(program().tell(u"reads Stored and read back"_qs));
        QVERIFY(m_stage.isAlive());
        QCOMPARE(lookUp(item).size(), 70);
        QCOMPARE(m_stage.onCluster(description).size(), 1);
        QVERIFY(program().tell(u"press Done"_qs));
        QVERIFY(program().tell(u"reads Created “%1”."_qs.arg(description)));
        QCOMPARE(m_stage.entry()->stage, EntryStage::Stored);
        QVERIFY(m_stage.entry()->item == item);
    }

    void verifyStored(const QString &description) { verifyStored(description, m_stage.item(description)); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_stage.prepare()); }
    void cleanup() { m_stage.drop(); }

    void lockedAndUnlocked()
    {
        const QString description = u"Locked"_qs;
        create(description, [] { QVERIFY(lockLoginKeyring()); });
        QVERIFY(program().tell(u"reads Not stored. The keyring is locked."_qs));
        verifyInHand(description);
        QVERIFY(program().tell(u"press Unlock and retry save"_qs));
        QVERIFY(answerPasswordWindow(thePassword()));
        verifyStored(description);
    }

    void thePromptIsDismissed()
    {
        const QString description = u"Dismissed"_qs;
        create(description, [] { QVERIFY(lockLoginKeyring()); });
        QVERIFY(program().tell(u"press Unlock and retry save"_qs));
        QVERIFY(answerPasswordWindow({u"Escape"_qs}));
        QVERIFY(program().tell(u"reads The keyring stayed locked: the password was not given."_qs));
        verifyInHand(description);
        QVERIFY(program().tell(u"press Unlock and retry save"_qs));
        QVERIFY(answerPasswordWindow(thePassword()));
        verifyStored(description);
    }

    void thePromptIsAnsweredLongAfter()
    {
        // As if minutes had passed.
        const QString description = u"Answered late"_qs;
        create(description, [] { QVERIFY(lockLoginKeyring()); }, {.prompt = 1000});
        QVERIFY(program().tell(u"press Unlock and retry save"_qs));
        QVERIFY(program().tell(u"reads Not stored. The keychain does not answer."_qs));
        verifyInHand(description);
        QVERIFY(answerPasswordWindow(thePassword()));
        // The keyring opens a moment after the last key.
        SystemKeychain keychain;
        QTRY_VERIFY(!await(keychain.look())->locked);
        QVERIFY(program().tell(u"press Retry save"_qs));
        verifyStored(description);
    }

    void aNameTakenMeanwhileIsNotWrittenOver()
    {
        const QString description = u"Taken"_qs;
        const KeychainItem item = m_stage.item(description);
        create(description, [&] { QVERIFY(provision(item, "somebody else's")); });
        QVERIFY(program().tell(u"reads Not stored. Another item of the keychain bears this name."_qs));
        QCOMPARE(m_stage.entry()->stage, EntryStage::Answered);
        QVERIFY(program().tell(u"press Save under another name…"_qs));
        QVERIFY(program().tell(u"press Save under this name"_qs));
        verifyStored(description, m_stage.item(u"Taken 2"_qs));
        QCOMPARE(lookUp(item), QByteArray("somebody else's"));
    }

    void theServiceHangsAndTheWindowDoesNot()
    {
        const QString description = u"Hanging"_qs;
        std::unique_ptr<Stopped> keyring;
        create(description, [&] { keyring = std::make_unique<Stopped>(keyringDaemonPid()); },
               {.call = 5000, .operation = 5000});
        QVERIFY(program().tell(u"reads Not stored. The keychain does not answer."_qs));
        verifyInHand(description);
        keyring.reset();
        QVERIFY(program().tell(u"press Retry save"_qs));
        verifyStored(description);
    }

    void theServiceDiesBeforeItWrites()
    {
        const QString description = u"Dying"_qs;
        create(description, [] { ::kill(keyringDaemonPid(), SIGSTOP); });
        QVERIFY(program().tell(u"reads Storing in the keychain"_qs));
        ::kill(keyringDaemonPid(), SIGKILL);
        QVERIFY(program().tell(u"reads Not stored. No keychain is running on this computer."_qs));
        verifyInHand(description);

        m_otherDaemon.setStandardOutputFile(QProcess::nullDevice());
        m_otherDaemon.start(u"gnome-keyring-daemon"_qs,
                            {u"--foreground"_qs, u"--unlock"_qs, u"--components=secrets"_qs});
        m_otherDaemon.write("test");
        m_otherDaemon.closeWriteChannel();
        const KeychainItem spare{u"tokenry/edge/spare"_qs, u"spare"_qs};
        QTRY_VERIFY_WITH_TIMEOUT(provision(spare, "fake"), 20'000);
        QVERIFY(program().tell(u"press Retry save"_qs));
        verifyStored(description);
    }

    void theBusDies()
    {
        const QString description = u"Busless"_qs;
        create(description, [&] { ::kill(static_cast<pid_t>(m_otherDaemon.processId()), SIGSTOP); });
        QVERIFY(program().tell(u"reads Storing in the keychain"_qs));
        ::kill(busPid(), SIGKILL);
        QVERIFY(program().tell(u"reads Not stored. The connection to the desktop session was lost."_qs));
        QVERIFY(program().tell(u"reads copy it to a safe place, or revoke the token now"_qs));
        for (const QString &button :
             {u"Retry save"_qs, u"Unlock and retry save"_qs, u"Save under another name…"_qs})
            QVERIFY(program().tell(u"misses "_qs + button));
        verifyInHand(description);
        QVERIFY(program().tell(u"press Copy"_qs));
        // The management token is at hand although the keychain is not.
        QVERIFY(program().tell(u"press Revoke it now"_qs));
        QVERIFY(program().tell(u"reads The token is revoked: it no longer works."_qs));
        QCOMPARE(m_stage.onCluster(description), QStringList());
        QVERIFY(m_stage.entry()->outcome == LedgerEntry::Outcome::Revoked);
        QVERIFY(program().tell(u"press Done"_qs));
        QVERIFY(program().tell(u"close"_qs));
        QVERIFY(program().ends());
    }

    void cleanupTestCase()
    {
        m_otherDaemon.kill();
        m_otherDaemon.waitForFinished();
    }
};

QTEST_GUILESS_MAIN(CustodyTest)
#include "tst_custody.moc"
