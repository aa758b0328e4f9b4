// SPDX-License-Identifier: MIT
#include "base/pending.h"

namespace tokenry {

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

} // namespace tokenry
