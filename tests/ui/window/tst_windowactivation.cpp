// SPDX-License-Identifier: MIT
#include "common/guardedbutton.h"
#include "ui/window/windowscene.h"

#include <QTest>
#include <QToolButton>

using namespace tokenry;
using namespace tokenry::testsupport;
using namespace std::chrono_literals;

/// What the window says of new tokens that are not accepted yet when their dialogs are left.
class WindowActivationTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowScene> m_scene;

    Person &person() { return m_scene->person; }

    void create(const QString &description)
    {
        QTRY_COMPARE(m_scene->rows(), 3);
        QVERIFY(person().type(u"Description"_qs, description));
        QVERIFY(person().clickCell(u"Databases"_qs, u"Write on billing"_qs));
        QVERIFY(person().click(u"Review…"_qs));
        m_scene->cluster.onCreate = [](const EncodedCall &) {
            Creation creation;
            creation.secret =
                Secret::copyOf("apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000");
            return creation;
        };
        m_scene->window->findChild<GuardedButton *>()->setGuard(std::chrono::milliseconds(0));
        QVERIFY(person().click(u"Create token"_qs));
        QVERIFY(person().waitFor(u"the dialog"_qs, [&] { return person().sees(u"Activation status"_qs); }));
    }

    void leave()
    {
        QVERIFY(person().click(u"Done"_qs));
        QTRY_VERIFY(person().sees(u"Review…"_qs));
    }

private Q_SLOTS:
    void init()
    {
        m_scene = std::make_unique<WindowScene>();
        m_scene->tempo = {1ms, 1ms, 1ms, 5min};
        for (Profile &profile : m_scene->store.profiles) {
            profile.address.clusterUrl = QUrl(u"https://cluster.example.com"_qs);
            static_cast<void>(m_scene->trusted.add(profile.address.databaseTokenAccount(),
                                                   profile.address.trustedClusterOrigin()));
        }
        m_scene->open();
    }
    void cleanup() { m_scene.reset(); }

    void countsThemAndTellsTheEnd()
    {
        create(u"First"_qs);
        QVERIFY(!person().sees(u"1 activating"_qs));
        leave();
        QVERIFY(person().sees(u"1 activating"_qs));
        const auto *const button = person().find<QToolButton>(u"1 activating"_qs);
        QCOMPARE(button->accessibleDescription(), u"“First” on prod-eu: not accepted yet, 0 s"_qs);
        create(u"Second"_qs);
        leave();
        QVERIFY(person().sees(u"2 activating"_qs));

        m_scene->steadyTime = 14s;
        m_scene->probes.answer(Done());
        QTRY_VERIFY(person().reads(u"“First” is active."_qs));
        QVERIFY(person().reads(u"prod-eu accepted it after 14 s: it may write “billing”."_qs));
        QVERIFY(person().sees(u"1 activating"_qs));
        // What was said about the creation stays.
        QVERIFY(person().reads(u"Created “Second”."_qs));
        m_scene->probes.answer(Done());
        QTRY_VERIFY(person().reads(u"2 tokens are active."_qs));
        QVERIFY(person().reads(u"“First” on prod-eu, “Second” on prod-eu."_qs));
        QVERIFY(!person().sees(u"1 activating"_qs));
        QVERIFY(person().click(u"OK"_qs));
        QVERIFY(!person().reads(u"2 tokens are active."_qs));
        QCOMPARE(m_scene->probes.probes, 0);
    }

    void tellsOfEachThatWasGivenUp()
    {
        m_scene->probes.onProbe = [](Action, const QString &) -> FakeProbes::Outcome {
            return FakeProbes::refused();
        };
        create(u"First"_qs);
        leave();
        create(u"Second"_qs);
        leave();
        m_scene->steadyTime = 5min;
        QTRY_VERIFY(person().reads(u"“First” on prod-eu: Still refused after 5 min."_qs));
        QTRY_VERIFY(!person().sees(u"1 activating"_qs) && !person().sees(u"2 activating"_qs));
        QVERIFY(person().click(u"OK"_qs));
        QVERIFY(person().reads(u"“Second” on prod-eu: Still refused after 5 min."_qs));
        QVERIFY(person().click(u"OK"_qs));
        QVERIFY(!person().reads(u"Still refused"_qs));
    }

    void isStoppedFromTheHeader()
    {
        create(u"R & D"_qs);
        leave();
        QVERIFY(person().pick(u"1 activating"_qs, u"Stop checking “R && D” on prod-eu"_qs));
        QTRY_VERIFY(!person().sees(u"1 activating"_qs));
        QVERIFY(!person().reads(u"is active"_qs));
        QCOMPARE(m_scene->probes.probes, 0);
    }

    void whatIsKnownIsNotToldTwice()
    {
        m_scene->probes.onProbe = [](Action, const QString &) -> FakeProbes::Outcome {
            return Done();
        };
        create(u"First"_qs);
        QTRY_VERIFY(
            person().find(u"Activation status"_qs)->accessibleDescription().startsWith(u"Accepted"_qs));
        leave();
        QVERIFY(!person().sees(u"1 activating"_qs));
        QVERIFY(!person().reads(u"is active"_qs));
    }

    void staysInViewOnAnotherProfile()
    {
        create(u"First"_qs);
        leave();
        QVERIFY(person().choose(u"Profile"_qs, u"staging"_qs));
        QVERIFY(person().sees(u"1 activating"_qs));
        m_scene->probes.answer(Done());
        QTRY_VERIFY(person().reads(u"“First” is active."_qs));
    }

    void doesNotKeepTheWindowOpen()
    {
        create(u"First"_qs);
        leave();
        QVERIFY(m_scene->window->close());
        QVERIFY(!m_scene->window->isVisible());
        m_scene->window.reset();
        QCOMPARE(m_scene->probes.probes, 0);
    }

    void goesWithTheWindowWhileTheDialogIsOpen()
    {
        create(u"First"_qs);
        QTRY_VERIFY(person().find(u"Done"_qs)->isEnabled());
        m_scene->window.reset();
        QCOMPARE(m_scene->probes.probes, 0);
    }
};

QTEST_MAIN(WindowActivationTest)
#include "tst_windowactivation.moc"
