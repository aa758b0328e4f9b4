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
#include <utility>

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

// Standard input, a line at a time.
class Input
{
public:
    explicit Input(std::function<void(const QByteArray &)> line) : m_line(std::move(line)) {}

    // False once it has ended.
    bool read()
    {
        std::array<char, 4096> bytes;
        const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN))
            return false;
        for (ssize_t i = 0; i < count; ++i)
            take(bytes[static_cast<size_t>(i)]);
        return true;
    }

private:
    void take(char byte)
    {
        constexpr qsizetype longest = 64 * 1024;
        if (byte != '\n') {
            if (m_begun.size() <= longest)
                m_begun.append(byte);
            return;
        }
        if (m_begun.size() <= longest)
            m_line(m_begun);
        m_begun.clear();
    }

    std::function<void(const QByteArray &)> m_line;
    QByteArray m_begun;
};

void watch(int signals, Input input)
{
    std::array<pollfd, 2> sources{{{STDIN_FILENO, POLLIN, 0}, {signals, POLLIN, 0}}};
    for (;;) {
        if (::poll(sources.data(), sources.size(), -1) < 0 && errno != EINTR)
            return;
        if (sources[1].revents != 0 || (sources[0].revents != 0 && !input.read()))
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

void ParentWatch::start(std::function<void(const QByteArray &)> line)
{
    const sigset_t signals = endingSignals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr); // inherited by the threads to come
    std::thread(watch, ::signalfd(-1, &signals, SFD_CLOEXEC), Input(std::move(line))).detach();
}

} // namespace tokenry::demo
