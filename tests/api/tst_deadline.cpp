// SPDX-License-Identifier: MIT
#include "api/deadline.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokenry;
using namespace std::chrono_literals;

/// A time limit while the computer is awake; for the other case see journeys/tst_asleep.
class DeadlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesOnce()
    {
        Deadline deadline;
        QSignalSpy passed(&deadline, &Deadline::passed);
        deadline.start(20ms);
        QTRY_COMPARE(passed.size(), 1);
        QTest::qWait(60);
        QCOMPARE(passed.size(), 1);
        deadline.start(0ms);
        QTRY_COMPARE(passed.size(), 2);
    }

    void canBeStoppedAndMoved()
    {
        Deadline deadline;
        QSignalSpy passed(&deadline, &Deadline::passed);
        deadline.start(20ms);
        deadline.stop();
        QTest::qWait(80);
        QCOMPARE(passed.size(), 0);
        deadline.start(20ms);
        deadline.start(1h);
        QTest::qWait(80);
        QCOMPARE(passed.size(), 0);
    }
};

QTEST_GUILESS_MAIN(DeadlineTest)
#include "tst_deadline.moc"
