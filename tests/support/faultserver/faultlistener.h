// SPDX-License-Identifier: MIT
#pragma once

#include "support/faultserver/received.h"
#include "support/faultserver/script.h"

#include <QSslConfiguration>
#include <QTcpServer>

#include <optional>

namespace tokenry::tests
{

// The part of FaultServer that lives in its thread.
class FaultListener : public QTcpServer
{
    Q_OBJECT

public:
    FaultListener(Received &received, std::optional<QSslConfiguration> tls, bool handshake);

    void setScripts(QList<Script> scripts) { m_scripts = std::move(scripts); }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    Script nextScript();

    Received &m_received;
    const std::optional<QSslConfiguration> m_tls;
    const bool m_handshake;
    QList<Script> m_scripts;
};

} // namespace tokenry::tests
