// SPDX-License-Identifier: MIT
#include "demo/parentwatch.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <thread>
#include <unistd.h>

namespace tokenry::demo
{

namespace
{

sigset_t endingSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, signal);
    return signals;
}

bool inputHasEnded()
{
    std::array<char, 256> ignored;
    const ssize_t count = ::read(STDIN_FILENO, ignored.data(), ignored.size());
    return count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN);
}

void watch(int signals)
{
    std::array<pollfd, 2> sources{{{STDIN_FILENO, POLLIN, 0}, {signals, POLLIN, 0}}};
    for (;;) {
        if (::poll(sources.data(), sources.size(), -1) < 0 && errno != EINTR)
            return;
        if (sources[1].revents != 0 || (sources[0].revents != 0 && inputHasEnded()))
            ::_exit(0);
    }
}

} // namespace

bool ParentWatch::prepare()
{
    const pid_t parent = ::getppid();
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    std::signal(SIGPIPE, SIG_IGN);
    return ::getppid() == parent; // it may have died before the kernel was asked
}

void ParentWatch::start()
{
    const sigset_t signals = endingSignals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr); // inherited by the threads to come
    std::thread(watch, ::signalfd(-1, &signals, SFD_CLOEXEC)).detach();
}

} // namespace tokenry::demo
