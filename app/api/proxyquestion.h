// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace tokenry
{

/// Asks the proxy once more why it lets nobody through, where Qt does not say: a CONNECT without a body,
/// credentials or anything else of the request. Answers once, unless it dies first.
class ProxyQuestion : public QObject
{
    Q_OBJECT

public:
    /// What the proxy wants for a sign-in ("NTLM"); empty where it does not say that it wants one.
    using Answer = std::function<void(const QByteArray &schemes)>;

    /// \a target is where the request was to go.
    ProxyQuestion(const QUrl &target, Answer answer, QObject *parent);
    ~ProxyQuestion() override;

    /// Whether there is a proxy on the way to it that can be asked.
    [[nodiscard]] static bool canAsk(const QUrl &target);

private:
    void read();
    void end(const QByteArray &schemes);

    Answer m_answer;
    QTcpSocket m_socket;
    QTimer m_limit;
    QByteArray m_head;
};

/// The schemes that a proxy's answer asks for by 407, separated by commas; empty for any other answer. \a
/// head is the status line and the headers.
[[nodiscard]] QByteArray proxySchemesIn(const QByteArray &head);

} // namespace tokenry
