// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <httplib.h>
#include <mutex>

namespace tokenry::demo
{

// A thread for each open connection. The library's own pool has a fixed size, and a kept-alive connection
// occupies its thread while idle: a few clients that keep theirs open would lock out the next one.
class ConnectionThreads : public httplib::TaskQueue
{
public:
    void enqueue(std::function<void()> serveConnection) override; // waits while the most connections are open
    void shutdown() override;                                     // waits for the open connections

private:
    static constexpr int mostConnections = 400; // the library's select() ends at 1024 descriptors

    std::mutex m_mutex;
    std::condition_variable m_ended;
    int m_open = 0;
};

} // namespace tokenry::demo
