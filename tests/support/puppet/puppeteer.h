// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QString>

namespace tokenry::test
{

/// How long the program waits for the keychain, in milliseconds; as people have it unless said otherwise.
struct Patience
{
    int call = 5'000;
    int operation = 60'000;
    int prompt = 300'000;
};

/// The whole program in a process of its own; see puppet.cpp for what it understands. While it is waited for,
/// the test's event loop runs.
class Puppeteer
{
public:
    ~Puppeteer();

    [[nodiscard]] bool start(const QString &config, const QString &state, const Patience &patience);
    /// What it answers to the command; empty when it does not.
    [[nodiscard]] QString ask(const QString &command);
    /// Whether it is so, at the latest after half a minute.
    [[nodiscard]] bool tell(const QString &command);
    /// Describes a token that writes billing and opens Review.
    [[nodiscard]] bool review(const QString &description);
    /// The same until *Create token* can be pressed.
    [[nodiscard]] bool reviewReady(const QString &description);
    void signal(int number);
    /// Whether it ended by itself, with 0.
    [[nodiscard]] bool ends(int timeoutMs = 30'000);
    /// After ends(): how long it took from the last "close" until everything was taken down.
    [[nodiscard]] int endedAfterMs();
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] int pid() const { return static_cast<int>(m_process.processId()); }

private:
    QProcess m_process;
};

} // namespace tokenry::test
