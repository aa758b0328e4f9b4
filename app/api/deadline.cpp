// SPDX-License-Identifier: MIT
#include "api/deadline.h"

#include <ctime>
#include <sys/timerfd.h>
#include <unistd.h>

namespace tokenry
{

namespace
{

using std::chrono::nanoseconds;
using std::chrono::seconds;

/// Counts the time asleep, too.
nanoseconds now()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

} // namespace

Deadline::Deadline(QObject *parent)
    : QObject(parent), m_alarm(::timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Deadline::passed);
    if (m_alarm < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_alarm, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Deadline::ring);
}

Deadline::~Deadline()
{
    m_notifier.reset();
    if (m_alarm >= 0)
        ::close(m_alarm);
}

void Deadline::start(std::chrono::milliseconds limit)
{
    stop();
    m_due = now() + limit;
    const auto whole = std::chrono::duration_cast<seconds>(m_due);
    itimerspec alarm{};
    alarm.it_value.tv_sec = whole.count();
    alarm.it_value.tv_nsec = (m_due - whole).count();
    if (m_alarm < 0 || ::timerfd_settime(m_alarm, TFD_TIMER_ABSTIME, &alarm, nullptr) != 0)
        m_timer.start(limit);
}

void Deadline::stop()
{
    m_timer.stop();
    const itimerspec none{};
    if (m_alarm >= 0)
        ::timerfd_settime(m_alarm, 0, &none, nullptr);
}

void Deadline::ring()
{
    quint64 times = 0;
    // Nothing to read: it was set anew or stopped after it rang.
    if (::read(m_alarm, &times, sizeof times) != sizeof times)
        return;
    constexpr seconds asleep(1);
    if (now() - m_due > asleep)
        m_timer.start(grace);
    else
        Q_EMIT passed();
}

} // namespace tokenry
