// SPDX-License-Identifier: MIT
#pragma once

#include <QSslConfiguration>
#include <QTcpServer>

namespace tokenry::tests
{

// https in front of a plain server on 127.0.0.1, as a private installation has it. Lives in the thread that
// made it and needs its event loop.
class TlsFront : public QTcpServer
{
    Q_OBJECT

public:
    TlsFront(QSslConfiguration tls, int backendPort); // listens on a free port

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    const QSslConfiguration m_tls;
    const quint16 m_backend;
};

} // namespace tokenry::tests
