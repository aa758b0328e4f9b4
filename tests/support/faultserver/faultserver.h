// SPDX-License-Identifier: MIT
#pragma once

#include "support/faultserver/received.h"
#include "support/faultserver/script.h"

#include <QSslConfiguration>
#include <QThread>
#include <QUrl>

#include <memory>
#include <optional>

namespace tokenry::tests
{

class FaultListener;

// A server on 127.0.0.1, on sockets of its own and in a thread of its own, that does exactly what it is told
// and counts. Each connection takes the next script when it is opened and another for each further request;
// the last one is repeated.
class FaultServer
{
public:
    enum class Tls { Handshake, SilentHandshake };

    FaultServer();                                                                 // http
    explicit FaultServer(const QSslConfiguration &tls, Tls mode = Tls::Handshake); // https
    ~FaultServer();

    void play(const QList<Script> &scripts);
    void play(const Script &script) { play(QList<Script>{script}); }
    // From now on requests of the method whose target ends like this get the script.
    void route(const QByteArray &method, const QByteArray &targetEnd, const Script &script);

    quint16 port() const { return m_port; }
    QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const; // the origin, with a path of "/"

    QList<ReceivedRequest> requests() const;
    qsizetype count(const QByteArray &method) const; // requests whose head came in
    int connections() const;
    int tlsFailures() const;

private:
    void start();

    mutable Received m_received;
    QThread m_thread;
    FaultListener *m_listener;
    bool m_isTls;
    quint16 m_port = 0;
};

} // namespace tokenry::tests
