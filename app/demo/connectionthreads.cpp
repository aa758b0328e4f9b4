// SPDX-License-Identifier: MIT
#include "demo/connectionthreads.h"

#include <thread>

namespace tokenry::demo
{

void ConnectionThreads::enqueue(std::function<void()> serveConnection)
{
    std::unique_lock lock(m_mutex);
    m_ended.wait(lock, [this] { return m_open < mostConnections; });
    ++m_open;
    std::thread([this, serve = std::move(serveConnection)] {
        serve();
        const std::lock_guard ending(m_mutex);
        --m_open;
        m_ended.notify_all(); // under the lock: after it, shutdown() may return and this object end
    }).detach();
}

void ConnectionThreads::shutdown()
{
    std::unique_lock lock(m_mutex);
    m_ended.wait(lock, [this] { return m_open == 0; });
}

} // namespace tokenry::demo
