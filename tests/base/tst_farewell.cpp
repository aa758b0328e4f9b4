// SPDX-License-Identifier: MIT
#include "base/farewell.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <array>
#include <atomic>
#include <vector>

using namespace tokenry;

namespace
{

/// A thread with an object in it that can be made to hang.
class Elsewhere
{
public:
    Elsewhere() : m_worker(std::make_unique<QObject>())
    {
        m_worker->moveToThread(&m_thread);
        m_thread.start();
    }

    ~Elsewhere()
    {
        m_goOn.release();
        m_thread.quit();
        m_thread.wait();
    }

    void hang()
    {
        ask([this] { m_goOn.acquire(); });
    }

    template <class Work>
    void ask(Work work)
    {
        QMetaObject::invokeMethod(m_worker.get(), work, Qt::QueuedConnection);
    }

    Farewell leave() { return Farewell(std::move(m_worker)); }

private:
    QSemaphore m_goOn;
    QThread m_thread;
    std::unique_ptr<QObject> m_worker;
};

} // namespace

class FarewellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesFirstWhatWasAskedBefore()
    {
        Elsewhere elsewhere;
        std::atomic_bool done = false;
        elsewhere.ask([&done] {
            QThread::msleep(50);
            done = true;
        });
        Farewell farewell = elsewhere.leave();
        QVERIFY(farewell.isOver());
        QVERIFY(done);
        QVERIFY(farewell.isOver());
    }

    void leavesAloneWhatHangs()
    {
        Elsewhere elsewhere;
        elsewhere.hang();
        Farewell farewell = elsewhere.leave();
        QVERIFY(!farewell.isOver());
    }

    void waitsForSeveralTogether()
    {
        std::array<Elsewhere, 8> hanging;
        Elsewhere working;
        std::vector<Farewell> farewells;
        QElapsedTimer clock;
        clock.start();
        for (Elsewhere &each : hanging) {
            each.hang();
            farewells.push_back(each.leave());
        }
        farewells.push_back(working.leave());
        const auto over = std::ranges::count_if(farewells, &Farewell::isOver);
        // A busy machine takes longer than one patience, but not eight times as long.
        QVERIFY2(clock.elapsed() < 3 * Farewell::patience.count(),
                 qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(over, 1);
    }
};

QTEST_GUILESS_MAIN(FarewellTest)
#include "tst_farewell.moc"
