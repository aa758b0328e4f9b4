// SPDX-License-Identifier: MIT
#pragma once

#include "support/faultserver/received.h"
#include "support/faultserver/script.h"

#include <QMap>
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
    void setRoute(const QByteArray &start, const Script &script) { m_routes[start] = script; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    Script nextScript();
    Script routed(const ReceivedRequest &request) const;

    Received &m_received;
    const std::optional<QSslConfiguration> m_tls;
    const bool m_handshake;
    QList<Script> m_scripts;
    QMap<QByteArray, Script> m_routes;
};

} // namespace tokenry::tests
