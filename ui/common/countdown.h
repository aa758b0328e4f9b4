// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace tokenry
{

/// Seconds that run out, once. A computer that slept through the end notices on waking: the wall clock is
/// compared as well as the steady one, and whichever says so first ends it.
class Countdown : public QObject
{
    Q_OBJECT

public:
    explicit Countdown(QObject *parent = nullptr);

    void start(std::chrono::milliseconds duration);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_tick.isActive(); }
    /// Rounded up; 0 when not running.
    [[nodiscard]] int secondsLeft() const;

Q_SIGNALS:
    /// At the start and then every second.
    void ticked(int secondsLeft);
    void ranOut();

private:
    [[nodiscard]] qint64 millisecondsLeft() const;
    void look();

    QTimer m_tick;
    QElapsedTimer m_steady;
    QDateTime m_end;
    std::chrono::milliseconds m_duration{0};
};

} // namespace tokenry
