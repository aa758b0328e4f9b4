// SPDX-License-Identifier: MIT
#include "processguard.h"

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tokenry
{

namespace
{

sigset_t endSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, signal);
    return signals;
}

// A limit of 0 does not keep the kernel from piping a core to a handler (apport, systemd-coredump); 1 does.
// The filter leaves nothing in a core that is made all the same.
void leaveNoCore()
{
    const rlimit noCore{1, 1};
    setrlimit(RLIMIT_CORE, &noCore);
    const int filter = open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);
    if (filter < 0)
        return;
    [[maybe_unused]] const ssize_t written = write(filter, "0", 1);
    close(filter);
}

} // namespace

void hardenProcess()
{
    umask(0077);
    leaveNoCore();
    // QtDBus prints every message with it, secrets for KWallet included.
    qunsetenv("QDBUS_DEBUG");
    // Blocked before any thread starts, so that all inherit it and only the watch hears them.
    const sigset_t signals = endSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

SignalWatch::SignalWatch(QObject *parent) : QObject(parent)
{
    const sigset_t signals = endSignals();
    const int descriptor = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    if (descriptor < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this, descriptor] {
        signalfd_siginfo heard;
        while (read(descriptor, &heard, sizeof heard) == sizeof heard) {
        }
        Q_EMIT endRequested();
    });
}

SignalWatch::~SignalWatch()
{
    if (m_notifier)
        close(static_cast<int>(m_notifier->socket()));
}

} // namespace tokenry
