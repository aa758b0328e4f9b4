// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QMutex>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace tokenry
{

/// The part of Pending that moc can see.
class PendingBase : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] bool isFinished() const { return m_finished; }
    /// Asks the work to end early. finished() still follows, with whatever error the work gives for it.
    void cancel();

Q_SIGNALS:
    /// Emitted once, from the event loop of the thread that the Pending lives in, never from inside a call.
    void finished();

protected:
    PendingBase() = default;
    void setCanceller(std::function<void()> canceller) { m_canceller = std::move(canceller); }
    void finish();
    /// Deletes it when that is safe in the thread it lives in.
    static void dispose(PendingBase *gone);

private:
    std::function<void()> m_canceller;
    bool m_finished = false;
};

/// One asynchronous answer: a T or an E, later. Shared by the one who works and the one who waits; lives in
/// the thread that made it. A waiter that loses interest drops its pointer; the work then answers nobody.
template <class T, class E>
class Pending : public PendingBase
{
public:
    using Ptr = std::shared_ptr<Pending>;

    /// \a canceller is called (in the Pending's thread) when the waiter asks to stop.
    [[nodiscard]] static Ptr make(std::function<void()> canceller = {})
    {
        Ptr pending(new Pending, [](Pending *gone) { dispose(gone); });
        pending->setCanceller(std::move(canceller));
        return pending;
    }

    /// An answer that is known at once; finished() still comes from the event loop.
    [[nodiscard]] static Ptr resolved(Result<T, E> answer)
    {
        const Ptr pending = make();
        resolve(pending, std::move(answer));
        return pending;
    }

    using PendingBase::setCanceller;

    /// For the one who works, from any thread. Only the first answer counts.
    static void resolve(const Ptr &pending, Result<T, E> answer)
    {
        {
            const QMutexLocker lock(&pending->m_mutex);
            if (pending->m_answered)
                return;
            pending->m_answered = true;
            pending->m_answer.emplace(std::move(answer));
        }
        QMetaObject::invokeMethod(
            pending.get(), [pending] { pending->finish(); }, Qt::QueuedConnection);
    }

    /// The answer, once; call it after finished().
    [[nodiscard]] Result<T, E> take()
    {
        const QMutexLocker lock(&m_mutex);
        Q_ASSERT(m_answer);
        Result<T, E> answer = std::move(*m_answer);
        m_answer.reset();
        return answer;
    }

    /// Calls \a then(Result<T, E>) when finished, unless \a context dies first. Keeps the Pending alive until
    /// then.
    template <class Then>
    static void whenDone(const Ptr &pending, QObject *context, Then then)
    {
        auto deliver = [pending, then = std::move(then)]() mutable {
            then(pending->take());
        };
        if (pending->isFinished())
            QMetaObject::invokeMethod(context, std::move(deliver), Qt::QueuedConnection);
        else
            QObject::connect(pending.get(), &PendingBase::finished, context, std::move(deliver),
                             Qt::SingleShotConnection);
    }

private:
    Pending() = default;

    QMutex m_mutex;
    std::optional<Result<T, E>> m_answer;
    bool m_answered = false;
};

template <class T, class E>
using PendingPtr = typename Pending<T, E>::Ptr;

/// whenDone with the types deduced.
template <class T, class E, class Then>
void whenDone(const std::shared_ptr<Pending<T, E>> &pending, QObject *context, Then then)
{
    Pending<T, E>::whenDone(pending, context, std::move(then));
}

} // namespace tokenry
