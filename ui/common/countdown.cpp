// SPDX-License-Identifier: MIT
#include "common/countdown.h"

namespace tokenry
{

Countdown::Countdown(QObject *parent) : QObject(parent)
{
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &Countdown::look);
}

void Countdown::start(std::chrono::milliseconds duration)
{
    m_duration = duration;
    m_steady.start();
    m_end = QDateTime::currentDateTimeUtc().addMSecs(duration.count());
    m_tick.start(std::min(duration, std::chrono::milliseconds(1000)));
    Q_EMIT ticked(secondsLeft());
}

void Countdown::stop()
{
    m_tick.stop();
}

int Countdown::secondsLeft() const
{
    return isRunning() ? static_cast<int>((millisecondsLeft() + 999) / 1000) : 0;
}

qint64 Countdown::millisecondsLeft() const
{
    const qint64 steady = m_duration.count() - m_steady.elapsed();
    const qint64 wall = QDateTime::currentDateTimeUtc().msecsTo(m_end);
    return std::max<qint64>(0, std::min(steady, wall));
}

void Countdown::look()
{
    // A tick may come a hair early; what is left then is nothing.
    constexpr qint64 hair = 20;
    if (millisecondsLeft() > hair) {
        Q_EMIT ticked(secondsLeft());
        return;
    }
    stop();
    Q_EMIT ranOut();
}

} // namespace tokenry
