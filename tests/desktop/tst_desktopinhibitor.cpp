// SPDX-License-Identifier: MIT
#include "desktop/desktopinhibitor.h"
#include "support/desktop/fakedesktop.h"
#include "support/heart.h"
#include "support/keyring/keyringsession.h"

#include <QTest>

using namespace tokenry;
using namespace tokenry::test;
using namespace Qt::StringLiterals;
using Offer = FakeDesktop::Offer;

namespace
{

const QString why = u"A token is being created."_s;

} // namespace

/// The desktop's inhibitors on a private bus that plays both: held, given back, refused, late, hanging, and
/// none at all.
class TestDesktopInhibitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { FakeDesktop::beSystemBus(); }

    void holdsUntilItIsReleased()
    {
        FakeDesktop desktop({Offer::Logind, Offer::SessionManager, Offer::Portal});
        DesktopInhibitor inhibitor;
        const QStringList all{u"sleep:shutdown block"_s, u"sleep:shutdown delay"_s, u"session"_s};
        for (int round = 1; round <= 2; ++round) {
            inhibitor.hold(why);
            inhibitor.hold(why); // once is enough
            QTRY_COMPARE(desktop.held(), all);
            QCOMPARE(desktop.asked().size(), 3 * round);
            inhibitor.release();
            inhibitor.release();
            QTRY_COMPARE(desktop.held(), QStringList());
        }
        for (const QString &asked : desktop.asked())
            QVERIFY2(asked == u"Tokenry: "_s + why || asked == u"org.tokenry.Tokenry: "_s + why,
                     qPrintable(asked));
    }

    void theDelayRemainsWhereABlockIsRefused()
    {
        FakeDesktop desktop({Offer::Logind});
        desktop.refuseBlocks();
        DesktopInhibitor inhibitor;
        inhibitor.hold(why);
        QTRY_COMPARE(desktop.asked().size(), 2);
        QTRY_COMPARE(desktop.held(), QStringList(u"sleep:shutdown delay"_s));
        inhibitor.release();
        QTRY_COMPARE(desktop.held(), QStringList());
    }

    void thePortalIsAskedWhereNobodyElseManagesTheSession()
    {
        FakeDesktop desktop({Offer::Portal});
        DesktopInhibitor inhibitor;
        inhibitor.hold(why);
        QTRY_COMPARE(desktop.held(), QStringList(u"portal"_s));
        QCOMPARE(desktop.asked(), QStringList(u"portal: "_s + why));
        inhibitor.release();
        QTRY_COMPARE(desktop.held(), QStringList());
    }

    void whatComesLateIsGivenBack_data()
    {
        QTest::addColumn<std::vector<Offer>>("offers");
        QTest::addColumn<qsizetype>("calls");
        QTest::newRow("logind and session manager")
            << std::vector{Offer::Logind, Offer::SessionManager} << qsizetype(3);
        QTest::newRow("portal") << std::vector{Offer::Portal} << qsizetype(1);
    }

    void whatComesLateIsGivenBack()
    {
        QFETCH(std::vector<Offer>, offers);
        QFETCH(qsizetype, calls);
        FakeDesktop desktop(offers);
        desktop.holdAnswers();
        DesktopInhibitor inhibitor;
        inhibitor.hold(why);
        QTRY_COMPARE(desktop.waiting(), calls);
        inhibitor.release();
        // Its words have been heard when another question is.
        inhibitor.hold(why);
        QTRY_VERIFY(desktop.waiting() > calls);
        inhibitor.release();
        desktop.answerHeld();
        QTRY_VERIFY(desktop.asked().size() > calls);
        QTRY_COMPARE(desktop.held(), QStringList());
    }

    void isGivenBackAtTheEnd()
    {
        FakeDesktop desktop({Offer::Logind, Offer::SessionManager});
        {
            DesktopInhibitor inhibitor;
            inhibitor.hold(why);
            QTRY_COMPARE(desktop.held().size(), 3);
        }
        QTRY_COMPARE(desktop.held(), QStringList());
    }

    void aHangingBusHoldsUpNobody()
    {
        const Heart heart;
        const Stopped stopped(busPid());
        {
            DesktopInhibitor inhibitor;
            inhibitor.hold(why);
            QTest::qWait(50);
            inhibitor.release();
        }
        // The bus stands still for longer than any call's patience; without a thread of its own the first
        // call would, too.
        QVERIFY2(heart.longestGap() < 5000, qPrintable(u"%1 ms"_s.arg(heart.longestGap())));
    }

    void goesOnWhenTheBusDoes()
    {
        const FakeDesktop desktop({Offer::Logind, Offer::SessionManager});
        DesktopInhibitor inhibitor;
        inhibitor.hold(why);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.held().size(), 3, 20'000);
    }

    void withoutABus()
    {
        if (busPid() != 0)
            QSKIP("There is a bus here; run with -m nobus.");
        const Heart heart;
        auto inhibitor = std::make_unique<DesktopInhibitor>();
        inhibitor->hold(why);
        QTest::qWait(50);
        inhibitor->release();
        inhibitor->hold(why);
        inhibitor.reset();
        QVERIFY(heart.longestGap() < 5000);
    }
};

QTEST_GUILESS_MAIN(TestDesktopInhibitor)
#include "tst_desktopinhibitor.moc"
