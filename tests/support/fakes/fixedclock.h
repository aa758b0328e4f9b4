// SPDX-License-Identifier: MIT
#pragma once

#include "ports/clock.h"

#include <chrono>
#include <utility>

namespace tokenry::testsupport
{

/// A clock that stands still until the test moves it.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime now) : m_now(std::move(now)) {}

    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override { return m_sinceBoot; }
    /// Time passes.
    void set(const QDateTime &now)
    {
        m_sinceBoot += std::chrono::milliseconds(m_now.msecsTo(now));
        m_now = now;
    }
    /// Somebody sets the clock.
    void step(std::chrono::seconds by) { m_now = m_now.addSecs(by.count()); }

private:
    QDateTime m_now;
    std::chrono::milliseconds m_sinceBoot{0};
};

} // namespace tokenry::testsupport
