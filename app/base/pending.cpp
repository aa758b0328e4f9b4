// SPDX-License-Identifier: MIT
#include "base/pending.h"

#include <QCoreApplication>
#include <QThread>

namespace tokenry
{

void PendingBase::cancel()
{
    if (m_finished)
        return;
    if (const auto canceller = std::exchange(m_canceller, {}))
        canceller();
}

void PendingBase::finish()
{
    m_finished = true;
    // The canceller may hold the worker; an answered question needs none.
    m_canceller = {};
    Q_EMIT finished();
}

void PendingBase::dispose(PendingBase *gone)
{
    // The last pointer may lie in an event that the ending application throws away with its queue locked:
    // posting a deletion to that queue would wait for ever.
    if (QCoreApplication::closingDown() && gone->thread() == QThread::currentThread())
        delete gone;
    else
        gone->deleteLater();
}

} // namespace tokenry
