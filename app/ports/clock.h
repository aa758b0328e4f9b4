// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>

namespace tokenry
{

/// The time, in the person's time zone; a port so that tests can set it.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTime(); }
};

} // namespace tokenry
