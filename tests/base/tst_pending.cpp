// SPDX-License-Identifier: MIT
#include "base/pending.h"
#include "base/secret.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace tokenry;

using PendingSecret = Pending<Secret, int>;

class PendingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersFromTheEventLoopOnly()
    {
        const auto pending = PendingSecret::make();
        QSignalSpy finished(pending.get(), &PendingBase::finished);
        PendingSecret::resolve(pending, Secret::copyOf("apiv1_0000"));
        QCOMPARE(finished.size(), 0);
        QVERIFY(!pending->isFinished());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(pending->take()->equals(Secret::copyOf("apiv1_0000")));
    }

    void countsOnlyTheFirstAnswer()
    {
        const auto pending = PendingSecret::make();
        QSignalSpy finished(pending.get(), &PendingBase::finished);
        PendingSecret::resolve(pending, unexpected(1));
        PendingSecret::resolve(pending, unexpected(2));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(pending->take().error(), 1);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(finished.size(), 1);
    }

    void answersAcrossThreads()
    {
        const auto pending = PendingSecret::make();
        bool sameThread = false;
        whenDone(pending, this, [&](Result<Secret, int> answer) {
            sameThread = QThread::currentThread() == thread() && answer->size() == 3;
        });
        const std::unique_ptr<QThread> worker(
            QThread::create([pending] { PendingSecret::resolve(pending, Secret::copyOf("abc")); }));
        worker->start();
        QTRY_VERIFY(sameThread);
        worker->wait();
    }

    void tellsTheWorkerToStop()
    {
        std::weak_ptr<PendingSecret> observed;
        int cancelled = 0;
        {
            const auto pending = PendingSecret::make([&] { ++cancelled; });
            observed = pending;
            pending->cancel();
            pending->cancel();
            QCOMPARE(cancelled, 1);
        }
        QVERIFY(observed.expired());
    }

    void aWaiterThatDiedHearsNothing()
    {
        const auto pending = PendingSecret::make();
        bool heard = false;
        {
            QObject waiter;
            whenDone(pending, &waiter, [&](Result<Secret, int>) { heard = true; });
        }
        QSignalSpy finished(pending.get(), &PendingBase::finished);
        PendingSecret::resolve(pending, unexpected(1));
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!heard);
        // Nobody holds it any more but this test.
        QCOMPARE(pending.use_count(), 1L);
    }

    void aLateWaiterHearsTheAnswer()
    {
        const auto pending = PendingSecret::resolved(unexpected(7));
        QTRY_VERIFY(pending->isFinished());
        int heard = 0;
        whenDone(pending, this, [&](Result<Secret, int> answer) { heard = answer.error(); });
        QTRY_COMPARE(heard, 7);
    }
};

QTEST_GUILESS_MAIN(PendingTest)
#include "tst_pending.moc"
