// SPDX-License-Identifier: MIT
#pragma once

#include "ports/clock.h"

#include <utility>

namespace tokenry::testsupport
{

/// A clock that stands still until the test moves it.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime now) : m_now(std::move(now)) {}

    [[nodiscard]] QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now; }

private:
    QDateTime m_now;
};

} // namespace tokenry::testsupport
