// SPDX-License-Identifier: MIT
#include "common/secretclipboard.h"
#include "reveal/revealdialog.h"
#include "support/fakes/issuancescene.h"
#include "ui/lookup.h"

#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;
using namespace std::chrono_literals;

/// What the dialog says about the token's activation, and what can be done about it there.
class ActivationLineTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<IssuanceScene> m_scene;
    std::unique_ptr<SecretClipboard> m_clipboard;
    std::shared_ptr<ActivationWatch> m_watch;
    std::unique_ptr<RevealDialog> m_dialog;

    void open(Keep keep = Keep::InKeychain)
    {
        m_scene->start();
        QVERIFY(m_scene->issue(keep));
        m_watch = m_scene->watch();
        m_dialog = std::make_unique<RevealDialog>(*m_scene->issuance, m_watch, *m_clipboard);
        m_dialog->open();
    }

    void always(const FakeProbes::Outcome &outcome)
    {
        m_scene->probes.onProbe = [outcome](Action, const QString &) {
            return outcome;
        };
    }

    [[nodiscard]] QWidget *line() const { return named<QWidget>(*m_dialog, u"Activation status"_qs); }
    [[nodiscard]] QString said() const { return line() ? line()->accessibleDescription() : QString(); }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return line() ? named<QPushButton>(*line(), name) : nullptr;
    }
    void click(const QString &name)
    {
        QVERIFY2(button(name), qPrintable(name));
        QTest::mouseClick(button(name), Qt::LeftButton);
    }

private Q_SLOTS:
    void init()
    {
        m_scene = std::make_unique<IssuanceScene>();
        m_scene->tick(Action::Read, u"billing"_qs);
        m_scene->tick(Action::Write, u"billing_events"_qs);
        m_scene->tempo = {1ms, 2ms, 2ms, 5min};
        m_scene->allowClusterUrl();
        m_clipboard = std::make_unique<SecretClipboard>(*QGuiApplication::clipboard());
    }

    void cleanup()
    {
        m_dialog.reset();
        m_watch.reset();
        m_clipboard.reset();
        m_scene.reset();
    }

    void saysThatItAsks()
    {
        open();
        QCOMPARE(said(), u"Asking cluster.example.com whether the token is accepted…"_qs);
        QVERIFY(button(u"Stop checking"_qs));
        QVERIFY(!button(u"Check again"_qs) && !button(u"Send it and check"_qs));
    }

    void says_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<bool>("given");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("not yet") << 0 << false
                                 << QStringList{u"Not accepted yet, 12 s (normal: seconds to minutes)."_qs,
                                                u"You may close."_qs};
        QTest::newRow("refused") << 0 << true
                                 << QStringList{u"Still refused after 5 min."_qs,
                                                u"may not read “billing” and write “billing_events”"_qs,
                                                u"Wait and check again."_qs};
        QTest::newRow("unreachable so far")
            << 1 << false
            << QStringList{u"cluster.example.com cannot be reached, 12 s. Trying again"_qs,
                           u"No server of this name was found. It says nothing about the token."_qs};
        QTest::newRow("unreachable") << 1 << true
                                     << QStringList{u"cluster.example.com could not be reached for 5 min."_qs,
                                                    u"Whether the token is accepted is not known."_qs};
        QTest::newRow("no clear answer so far")
            << 2 << false
            << QStringList{u"No clear answer yet, 12 s. Trying again"_qs,
                           u"The server failed while it worked on the request."_qs};
        QTest::newRow("no clear answer")
            << 2 << true << QStringList{u"No clear answer for 5 min."_qs, u"Check again later"_qs, u"503"_qs};
    }

    void says()
    {
        QFETCH(int, outcome);
        QFETCH(bool, given);
        QFETCH(QStringList, words);
        always(outcome == 0   ? FakeProbes::refused(401)
               : outcome == 1 ? FakeProbes::unreachable()
                              : FakeProbes::inconclusive());
        open();
        m_scene->steadyTime = given ? std::chrono::milliseconds(5min) : 12s;
        for (const QString &each : words)
            QTRY_VERIFY2(said().contains(each), qPrintable(said()));
        QCOMPARE(button(u"Stop checking"_qs) != nullptr, !given);
        QCOMPARE(button(u"Check again"_qs) != nullptr, given);
    }

    void saysThatItIsActive()
    {
        always(Done());
        open();
        QTRY_COMPARE(said(), u"Accepted after 0 s: it may read “billing” and write “billing_events”."_qs);
        QVERIFY(!button(u"Stop checking"_qs) && !button(u"Check again"_qs));
    }

    void saysWhatWorksAlready()
    {
        m_scene->probes.onProbe = [](Action action, const QString &) -> FakeProbes::Outcome {
            if (action == Action::Read)
                return Done();
            return FakeProbes::refused();
        };
        open();
        QTRY_VERIFY(said().contains(u"It may read “billing” by now, and not yet write “billing_events”."_qs));
    }

    void saysWhatWasNotTried()
    {
        m_scene->draft.permissions = PermissionSelection();
        m_scene->tick(Action::Read, u"nowhere"_qs);
        m_scene->tick(Action::Write, u"billing"_qs);
        always(Done());
        open();
        QTRY_COMPARE(said(),
                     u"Accepted after 0 s: it may write “billing”. Reading was not tried: none of its "
                     "databases is on the cluster."_qs);
    }

    void cannotBeVerified_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("words");
        QTest::newRow("no cluster URL") << 0 << u"Cannot be verified: the profile has no cluster URL."_qs;
        QTest::newRow("no permissions") << 1 << u"Cannot be verified: the token has no permissions."_qs;
        QTest::newRow("no database") << 2
                                     << u"Cannot be verified: none of its databases is on the cluster."_qs;
    }

    void cannotBeVerified()
    {
        QFETCH(int, what);
        QFETCH(QString, words);
        if (what == 0)
            m_scene->profile.address.clusterUrl = {};
        else
            m_scene->draft.permissions = PermissionSelection();
        m_scene->draft.withoutAccess = what == 1;
        if (what == 2)
            m_scene->tick(Action::Read, u"nowhere"_qs);
        open();
        QVERIFY2(said().startsWith(words), qPrintable(said()));
        for (const QString &none : {u"Stop checking"_qs, u"Check again"_qs, u"Send it and check"_qs})
            QVERIFY2(!button(none), qPrintable(none));
        QVERIFY(m_scene->probes.asked.empty());
    }

    void asksFirst()
    {
        m_scene->trusted = {};
        m_scene->profile.address.authority = {u"/etc/ssl/ca.pem"_qs, "PEM", {}};
        always(Done());
        open();
        QVERIFY2(
            said().startsWith(u"Send the token just created to https://cluster.example.com, vouched for by "
                              "/etc/ssl/ca.pem to see whether it works?"_qs),
            qPrintable(said()));
        QVERIFY(m_scene->probes.asked.empty());
        click(u"Send it and check"_qs);
        QTRY_VERIFY(said().startsWith(u"Accepted"_qs));
    }

    void isStoppedAndCheckedAgain()
    {
        open();
        click(u"Stop checking"_qs);
        QCOMPARE(said(), u"Not checked any further. New tokens are accepted after seconds to minutes."_qs);
        QCOMPARE(m_scene->probes.probes, 0);
        always(Done());
        click(u"Check again"_qs);
        QTRY_VERIFY(said().startsWith(u"Accepted"_qs));
    }

    void nothingBelowMovesAsItChanges()
    {
        const auto places = [this] {
            return std::pair(m_dialog->size(), named<QPushButton>(*m_dialog, u"Done"_qs)->pos());
        };
        open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
        QTRY_VERIFY(named<QPushButton>(*m_dialog, u"Done"_qs)->isEnabled());
        const auto atFirst = places();
        const auto staysThrough = [&](const QString &words) {
            QTRY_VERIFY2(said().contains(words), qPrintable(said()));
            QTest::qWait(20);
            QCOMPARE(places(), atFirst);
        };
        staysThrough(u"Asking"_qs);
        m_scene->probes.onProbe = [](Action action, const QString &) -> FakeProbes::Outcome {
            if (action == Action::Read)
                return Done();
            return FakeProbes::refused();
        };
        m_scene->probes.answer(FakeProbes::refused());
        m_scene->probes.answer(FakeProbes::refused());
        staysThrough(u"and not yet write"_qs);
        always(Done());
        staysThrough(u"Accepted"_qs);
        QVERIFY(!button(u"Stop checking"_qs));
    }

    void wordsAndButtonDoNotOverlap()
    {
        open();
        // At once, as in the very first picture.
        const auto *const words = line()->findChild<QLabel *>(u"headline"_qs);
        for (const QString &name : {u"Stop checking"_qs, u"Check again"_qs, u"Stop checking"_qs}) {
            QVERIFY2(button(name), qPrintable(name));
            QVERIFY(!words->geometry().intersects(button(name)->geometry()));
            click(name);
        }
    }

    void doesNotHoldDoneUp()
    {
        open();
        QTRY_VERIFY(named<QPushButton>(*m_dialog, u"Done"_qs)->isEnabled());
        QVERIFY(m_watch->state().isRunning());
        QTest::mouseClick(named<QPushButton>(*m_dialog, u"Done"_qs), Qt::LeftButton);
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(m_watch->state().isRunning());
    }

    void goesWithTheToken()
    {
        open(Keep::ShowOnly);
        m_scene->issuance->revoke();
        QTRY_VERIFY(!line());
        QCOMPARE(m_watch->state().phase, ActivationState::Phase::Cancelled);
    }
};

QTEST_MAIN(ActivationLineTest)
#include "tst_activationline.moc"
