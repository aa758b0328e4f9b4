// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <chrono>
#include <memory>

namespace tokenry
{

/// A time limit that goes on while the computer sleeps, which timers do not. When the limit passed during a
/// sleep (or while the process was stopped), passed() comes a little after waking: what arrived meanwhile is
/// read first.
class Deadline : public QObject
{
    Q_OBJECT

public:
    /// How long after waking.
    static constexpr std::chrono::milliseconds grace{1500};

    explicit Deadline(QObject *parent = nullptr);
    ~Deadline() override;

    void start(std::chrono::milliseconds limit);
    void stop();

Q_SIGNALS:
    /// Once for each start(), unless stopped.
    void passed();

private:
    void ring();

    /// A timer descriptor of the system's; without one the timer serves alone.
    int m_alarm = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_timer;
    std::chrono::nanoseconds m_due{};
};

} // namespace tokenry
