// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace tokenry::test
{

/// Beats in the thread's event loop and notices how long that stands still.
class Heart
{
public:
    Heart()
    {
        m_clock.start();
        QObject::connect(&m_beat, &QTimer::timeout, &m_beat,
                         [this] { m_gap = std::max(m_gap, m_clock.restart()); });
        m_beat.start(std::chrono::milliseconds(10));
    }

    /// In milliseconds.
    [[nodiscard]] qint64 longestGap() const { return std::max(m_gap, m_clock.elapsed()); }
    void forget()
    {
        m_gap = 0;
        m_clock.restart();
    }

private:
    QTimer m_beat;
    QElapsedTimer m_clock;
    qint64 m_gap = 0;
};

} // namespace tokenry::test
