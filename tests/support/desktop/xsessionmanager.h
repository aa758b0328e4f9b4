// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

namespace tokenry::test
{

/// An X11 session manager (XSMP, through the library that real ones use), for programs that this process
/// starts while it lives. Serves from the test's event loop.
class XSessionManager : public QObject
{
    Q_OBJECT

public:
    /// What a program answered to askToEnd().
    enum class Answer { None, Agrees, Cancels };
    enum class MayAsk { No, Yes };

    XSessionManager();
    ~XSessionManager() override;

    /// Whether programs can be served at all.
    [[nodiscard]] bool isUp() const;
    /// Whether a program has registered and saved its state for the first time.
    [[nodiscard]] bool hasClient() const;
    /// Log-out has begun; the answer comes later. \a mayAsk: whether the program may ask the person
    /// something.
    void askToEnd(MayAsk mayAsk);
    [[nodiscard]] Answer answer() const;
    /// Log-out goes through: the program is told to end.
    void end();

private:
    class Protocol;
    std::unique_ptr<Protocol> m_protocol;
};

} // namespace tokenry::test
