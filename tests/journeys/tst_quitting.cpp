// SPDX-License-Identifier: MIT
#include "support/desktop/fakedesktop.h"
#include "support/desktop/xsessionmanager.h"
#include "support/keyring/passwordwindow.h"
#include "support/puppet/stage.h"

#include <QTest>

#include <csignal>

using namespace tokenry;
using namespace tokenry::test;
using Offer = FakeDesktop::Offer;
using EntryStage = LedgerEntry::Stage;

/// The whole program, asked to end in every phase of a creation: at once where nothing is lost, and otherwise
/// not before, with the reason. What hangs meanwhile hangs for good.
class QuittingTest : public QObject
{
    Q_OBJECT

    static constexpr int tries = 3;

    Stage m_stage;
    std::unique_ptr<Stopped> m_cluster;
    std::unique_ptr<Stopped> m_keyring;
    std::unique_ptr<Stopped> m_asleep;
    /// What the end of a window takes with which nothing was done, on this machine at this hour.
    int m_idleMs = -1;

    /// A step of the story: of the world around the program, or of the person in front of it.
    bool go(const QString &step, const QString &description)
    {
        if (step == u"review"_qs)
            return m_stage.review(description);
        if (step == u"review, ready"_qs)
            return m_stage.reviewReady(description);
        if (step == u"post"_qs)
            return m_stage.post(description);
        if (step == u"cluster stops"_qs)
            return (m_cluster = m_stage.stopCluster()) != nullptr;
        if (step == u"cluster goes on"_qs)
            return m_cluster.reset(), true;
        if (step == u"keyring stops"_qs)
            return (m_keyring = std::make_unique<Stopped>(keyringDaemonPid())) != nullptr;
        if (step == u"keyring goes on"_qs)
            return m_keyring.reset(), true;
        if (step == u"keyring is locked"_qs)
            return lockLoginKeyring();
        if (step == u"the password is asked for"_qs)
            return seesPasswordWindow();
        if (step == u"the password is given"_qs)
            return answerPasswordWindow(thePassword());
        if (step == u"the orphan is found"_qs)
            return findOrphan(description);
        return m_stage.program().tell(step);
    }

    bool goAll(const QString &steps, const QString &description)
    {
        const QStringList all = steps.split(u'\n', Qt::SkipEmptyParts);
        return std::ranges::all_of(all, [&](const QString &step) { return go(step, description); });
    }

    /// From a POST that was not waited for: the cluster makes the token, at the latest when it goes on.
    bool findOrphan(const QString &description)
    {
        m_cluster.reset();
        if (!QTest::qWaitFor([&] { return m_stage.onCluster(description).size() == 1; }))
            return false;
        // The look that was under way may have come before the token.
        if (m_stage.program().ask(u"sees Keep it"_qs) != u"yes"_qs)
            (void)m_stage.program().ask(u"press Look again"_qs);
        return m_stage.program().tell(u"can Keep it"_qs);
    }

    void verifyLedger(const QString &ending)
    {
        const auto entry = m_stage.entry();
        if (ending == u"nothing"_qs) {
            QVERIFY(m_stage.ledger().empty());
            return;
        }
        QVERIFY(entry);
        if (ending == u"open"_qs)
            QCOMPARE(entry->stage, EntryStage::Sending);
        else if (ending == u"stored"_qs)
            QCOMPARE(entry->stage, EntryStage::Stored);
        else
            QVERIFY(entry->outcome ==
                    (ending == u"shown"_qs ? LedgerEntry::Outcome::Shown : LedgerEntry::Outcome::Revoked));
    }

    /// The promise is a second; a busy machine gets what it needs anyhow. What hangs hangs for longer.
    [[nodiscard]] bool isPrompt(int endedMs) const { return endedMs >= 0 && endedMs < m_idleMs + 1000; }

    void closeIdle()
    {
        QVERIFY(m_stage.open());
        QVERIFY(m_stage.program().tell(u"close"_qs));
        QVERIFY(m_stage.program().ends());
        m_idleMs = m_stage.program().endedAfterMs();
        qInfo("an idle one ended after %d ms", m_idleMs);
        QVERIFY(m_idleMs >= 0);
        m_stage.drop();
    }

    /// One story of endsAtOnceOrSaysWhyNot(), and how long its end took.
    void endOnce(const QString &description, int &endedMs)
    {
        QFETCH(QString, steps);
        QFETCH(QString, refusal);
        QFETCH(QString, stepsToTheEnd);
        QFETCH(QString, ledger);
        QFETCH(bool, kept);
        QVERIFY(m_stage.open());
        QVERIFY(goAll(steps, description));
        if (!refusal.isEmpty()) {
            QCOMPARE(m_stage.program().ask(u"close"_qs), u"no"_qs);
            QVERIFY(m_stage.program().tell(u"reads "_qs + refusal));
            QVERIFY(goAll(stepsToTheEnd, description));
        }
        QVERIFY(m_stage.program().tell(u"close"_qs));
        QVERIFY(m_stage.program().ends());
        endedMs = m_stage.program().endedAfterMs();
        qInfo("ended after %d ms", endedMs);
        m_keyring.reset();
        m_cluster.reset();
        verifyLedger(ledger);
        QCOMPARE(!lookUp(m_stage.item(description)).isEmpty(), kept);
        // Nothing is created later, whatever was under way.
        QVERIFY(m_stage.onCluster(description).size() <= 1);
        if (ledger == u"nothing"_qs)
            QCOMPARE(m_stage.onCluster(description), QStringList());
    }

    static QByteArray clipboard()
    {
        return run(u"xclip"_qs, {u"-selection"_qs, u"clipboard"_qs, u"-o"_qs}).out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        FakeDesktop::beSystemBus();
        QVERIFY(m_stage.prepare());
        closeIdle();
    }

    void cleanup()
    {
        m_asleep.reset();
        m_keyring.reset();
        m_cluster.reset();
        m_stage.drop();
    }

    void endsAtOnceOrSaysWhyNot_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("refusal"); // empty: it may end at once
        QTest::addColumn<QString>("stepsToTheEnd");
        QTest::addColumn<QString>("ledger");
        QTest::addColumn<bool>("kept");
        const QString showOnly =
            u"review, ready\ntick Show only\npress Create token\nsees Discard secret\n"_qs;
        const QString orphan =
            u"review, ready\ncluster stops\npost\npress Stop waiting\nthe orphan is found\n"_qs;
        QTest::newRow("Review") << u"review, ready"_qs << QString() << QString() << u"nothing"_qs << false;
        QTest::newRow("the keychain is being tried") << u"keyring stops\nreview\nreads Trying the keychain"_qs
                                                     << QString() << QString() << u"nothing"_qs << false;
        QTest::newRow("the keychain is looked at once more")
            << u"review, ready\nkeyring stops\npress Create token\nreads Looking at the keychain once more"_qs
            << QString() << QString() << u"nothing"_qs << false;
        QTest::newRow("the request is under way")
            << u"review, ready\ncluster stops\npost"_qs << u"A token is being created."_qs
            << u"cluster goes on\ncan Done"_qs << u"stored"_qs << true;
        QTest::newRow("the secret is being stored")
            << u"review, ready\ncluster stops\npost\nkeyring stops\ncluster goes on\n"
               "reads Storing in the keychain"_qs
            << u"The secret is being stored."_qs << u"keyring goes on\ncan Done"_qs << u"stored"_qs << true;
        QTest::newRow("the secret is nowhere else")
            << showOnly << u"This window holds the only copy of the secret."_qs
            << u"press Copy\ntick I have put it somewhere safe\ncan Done"_qs << u"shown"_qs << false;
        QTest::newRow("an orphan is looked for")
            << u"review, ready\ncluster stops\npost\npress Stop waiting\n"
               "reads Looking on the cluster for the token"_qs
            << QString() << QString() << u"open"_qs << false;
        QTest::newRow("an orphan is found") << orphan << QString() << QString() << u"open"_qs << false;
        QTest::newRow("the orphan is being revoked")
            << orphan + u"cluster stops\npress Revoke the orphan and try again\n"
                        "reads Revoking the token…"_qs
            << QString() << QString() << u"open"_qs << false;
        QTest::newRow("the password is asked for, the secret in hand")
            << u"review, ready\ncluster stops\npost\nkeyring is locked\ncluster goes on\n"
               "press Unlock and retry save\nthe password is asked for"_qs
            << u"The secret is being stored."_qs << u"the password is given\ncan Done"_qs << u"stored"_qs
            << true;
        QTest::newRow("the token is being revoked")
            << showOnly + u"cluster stops\npress Revoke it now"_qs << u"The token is being revoked."_qs
            << u"cluster goes on\ncan Done"_qs << u"revoked"_qs << false;
        QTest::newRow("stored, and the dialog open") << u"review, ready\npress Create token\ncan Done"_qs
                                                     << QString() << QString() << u"stored"_qs << true;
    }

    void endsAtOnceOrSaysWhyNot()
    {
        int endedMs = -1;
        for (int attempt = 1; attempt <= tries && !isPrompt(endedMs); ++attempt) {
            endOnce(u"Quit %1: %2"_qs.arg(attempt).arg(QString::fromLatin1(QTest::currentDataTag())),
                    endedMs);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(isPrompt(endedMs));
    }

    void askedToEndItWaitsForTheAnswerAndEndsByItself()
    {
        const QString description = u"Asked in between"_qs;
        FakeDesktop desktop({Offer::Logind, Offer::SessionManager});
        QVERIFY(m_stage.open());
        QVERIFY(goAll(u"review, ready\ncluster stops\npost"_qs, description));
        // Sleep and log-out wait, too.
        QTRY_COMPARE(desktop.held().size(), 3);
        m_stage.program().signal(SIGTERM);
        QTRY_VERIFY(m_stage.entry() && m_stage.entry()->interrupted);
        QVERIFY(m_stage.program().tell(u"reads Tokenry ends by itself as soon as the secret is safe."_qs));
        m_cluster.reset();
        QVERIFY(m_stage.program().ends());
        QTRY_COMPARE(desktop.held(), QStringList());
        QCOMPARE(m_stage.entry()->stage, EntryStage::Stored);
        QCOMPARE(lookUp(m_stage.item(description)).size(), 70);
    }

    void askedToEndItKeepsTheOnlyCopyAndClearsTheClipboard()
    {
        const QString description = u"Asked with the only copy"_qs;
        FakeDesktop desktop({Offer::Logind, Offer::SessionManager});
        QVERIFY(m_stage.open());
        QVERIFY(goAll(u"review, ready\ntick Show only\npress Create token\npress Copy"_qs, description));
        QCOMPARE(clipboard().size(), 70);
        QTRY_COMPARE(desktop.held().size(), 3);
        m_stage.program().signal(SIGTERM);
        QTRY_VERIFY(m_stage.entry() && m_stage.entry()->interrupted);
        QTRY_COMPARE(clipboard(), QByteArray());
        QVERIFY(m_stage.program().tell(u"reads This window holds the only copy of the secret."_qs));
        QVERIFY(m_stage.program().isRunning());
        QVERIFY(m_stage.program().tell(u"tick I have put it somewhere safe"_qs));
        QVERIFY(m_stage.program().ends());
        QVERIFY(m_stage.entry()->outcome == LedgerEntry::Outcome::Shown);
        QTRY_COMPARE(desktop.held(), QStringList());
    }

    void logOutKeepsTheDraft_data()
    {
        QTest::addColumn<QString>("question");
        QTest::newRow("the person may be asked") << u"log-out asking"_qs;
        QTest::newRow("nobody may be asked") << u"log-out"_qs;
    }

    void logOutKeepsTheDraft()
    {
        QFETCH(QString, question);
        const QString description = u"Kept over log-out"_qs;
        QVERIFY(m_stage.open());
        QVERIFY(m_stage.program().tell(u"type Description="_qs + description));
        QVERIFY(m_stage.program().tell(question));
        // A session gives no time after it.
        m_stage.program().signal(SIGKILL);
        QTRY_VERIFY(!m_stage.program().isRunning());
        QVERIFY(m_stage.openAgain());
        QVERIFY(m_stage.program().tell(u"reads "_qs + description));
    }

    void logOutWaitsForTheOnlyCopy()
    {
        QVERIFY(m_stage.open());
        QVERIFY(goAll(u"review, ready\ntick Show only\npress Create token\npress Copy"_qs,
                      u"Log-out with the only copy"_qs));
        QCOMPARE(m_stage.program().ask(u"log-out asking"_qs), u"no"_qs);
        QVERIFY(m_stage.program().tell(u"reads This window holds the only copy of the secret."_qs));
        QVERIFY(m_stage.entry()->interrupted);
        // Asked for, it may still be pasted; a session that just ends takes it along.
        QCOMPARE(clipboard().size(), 70);
        QVERIFY(m_stage.program().tell(u"log-out"_qs));
        QTRY_COMPARE(clipboard(), QByteArray());
        QVERIFY(m_stage.program().tell(u"tick I have put it somewhere safe"_qs));
        QVERIFY(m_stage.program().tell(u"log-out asking"_qs));
    }

    void theSessionManagerWaitsForTheOnlyCopy()
    {
        using Answer = XSessionManager::Answer;
        using MayAsk = XSessionManager::MayAsk;
        XSessionManager session;
        QVERIFY(session.isUp());
        QVERIFY(m_stage.open());
        QTRY_VERIFY(session.hasClient());
        QVERIFY(
            goAll(u"review, ready\ntick Show only\npress Create token\npress Copy"_qs, u"Log-out by X11"_qs));
        session.askToEnd(MayAsk::Yes);
        QTRY_COMPARE(session.answer(), Answer::Cancels);
        QVERIFY(m_stage.program().tell(u"reads This window holds the only copy of the secret."_qs));
        QCOMPARE(clipboard().size(), 70);
        QVERIFY(m_stage.program().tell(u"tick I have put it somewhere safe"_qs));
        session.askToEnd(MayAsk::Yes);
        QTRY_COMPARE(session.answer(), Answer::Agrees);
        session.end();
        QVERIFY(m_stage.program().ends());
        QVERIFY(m_stage.entry()->outcome == LedgerEntry::Outcome::Shown);
    }

    void aSessionThatAsksNobodyTakesTheClipboardAlong()
    {
        XSessionManager session;
        QVERIFY(m_stage.open());
        QTRY_VERIFY(session.hasClient());
        QVERIFY(goAll(u"review, ready\ntick Show only\npress Create token\npress Copy"_qs,
                      u"Log-out by X11, unasked"_qs));
        session.askToEnd(XSessionManager::MayAsk::No);
        QTRY_COMPARE(session.answer(), XSessionManager::Answer::Agrees);
        QTRY_COMPARE(clipboard(), QByteArray());
        QVERIFY(m_stage.entry()->interrupted);
    }

    void isNotHeldOnceTheSecretIsSafe()
    {
        FakeDesktop desktop({Offer::Logind, Offer::SessionManager});
        QVERIFY(m_stage.open());
        QVERIFY(goAll(u"review, ready\npress Create token\ncan Done"_qs, u"Not held"_qs));
        QVERIFY(!desktop.asked().isEmpty());
        QTRY_COMPARE(desktop.held(), QStringList());
    }

    // A process that is stopped hears and does nothing, as one on a computer that sleeps.
    void asleepWhileTheAnswerComes()
    {
        const QString description = u"Asleep while it came"_qs;
        QVERIFY(m_stage.open());
        QVERIFY(goAll(u"review, ready\ncluster stops\npost"_qs, description));
        m_asleep = std::make_unique<Stopped>(m_stage.program().pid());
        m_cluster.reset();
        QTRY_COMPARE(m_stage.onCluster(description).size(), 1);
        QTest::qWait(2500); // longer than what counts as asleep
        QVERIFY(lookUp(m_stage.item(description)).isEmpty());
        m_asleep.reset();
        QVERIFY(m_stage.program().tell(u"can Done"_qs));
        QCOMPARE(lookUp(m_stage.item(description)).size(), 70);
        QCOMPARE(m_stage.entry()->stage, EntryStage::Stored);
    }

    void asleepWhileTheKeychainStores()
    {
        const QString description = u"Asleep while storing"_qs;
        QVERIFY(m_stage.open());
        QVERIFY(goAll(u"review, ready\ncluster stops\npost\nkeyring stops\ncluster goes on\n"
                      "reads Storing in the keychain"_qs,
                      description));
        m_asleep = std::make_unique<Stopped>(m_stage.program().pid());
        m_keyring.reset();
        QTest::qWait(2500); // longer than what counts as asleep
        m_asleep.reset();
        QVERIFY(m_stage.program().tell(u"can Done"_qs));
        QCOMPARE(lookUp(m_stage.item(description)).size(), 70);
    }

    void whileThePasswordIsAskedFor()
    {
        // The window that asks stays when the program goes.
        int endedMs = -1;
        for (int attempt = 1; attempt <= tries && !isPrompt(endedMs); ++attempt) {
            QVERIFY(m_stage.open());
            QVERIFY(goAll(u"keyring is locked\nreview\nreads The keyring is locked.\npress Unlock…\n"
                          "the password is asked for"_qs,
                          u"Password asked for"_qs));
            QVERIFY(m_stage.program().tell(u"close"_qs));
            QVERIFY(m_stage.program().ends());
            endedMs = m_stage.program().endedAfterMs();
            QVERIFY(m_stage.ledger().empty());
            QVERIFY(answerPasswordWindow(thePassword()));
        }
        QVERIFY(isPrompt(endedMs));
    }

    void asleepWhileTheServerGoesAway()
    {
        // The last one: the cluster does not come back.
        QVERIFY(m_stage.open());
        QVERIFY(goAll(u"review, ready\ncluster stops\npost"_qs, u"Asleep while it went"_qs));
        m_asleep = std::make_unique<Stopped>(m_stage.program().pid());
        m_stage.killCluster();
        QTest::qWait(2500); // longer than what counts as asleep
        m_asleep.reset();
        QVERIFY(m_stage.program().tell(u"reads one may exist"_qs));
        QCOMPARE(m_stage.entry()->stage, EntryStage::Sending);
        QVERIFY(m_stage.program().tell(u"close"_qs));
        QVERIFY(m_stage.program().ends());
        QCOMPARE(m_stage.entry()->stage, EntryStage::Sending);
    }
};

QTEST_GUILESS_MAIN(QuittingTest)
#include "tst_quitting.moc"
