// SPDX-License-Identifier: MIT
#include "base/farewell.h"

#include <QSemaphore>

namespace tokenry
{

Farewell::Farewell(std::unique_ptr<QObject> worker)
    : m_gone(std::make_shared<QSemaphore>()), m_deadline(patience)
{
    // Shared, as the worker may go after this.
    QObject::connect(worker.get(), &QObject::destroyed, [gone = m_gone] { gone->release(); });
    worker.release()->deleteLater();
}

bool Farewell::isOver()
{
    const bool over = m_gone->tryAcquire(1, static_cast<int>(m_deadline.remainingTime()));
    if (over)
        m_gone->release();
    return over;
}

} // namespace tokenry
