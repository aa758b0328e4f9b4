// SPDX-License-Identifier: MIT
#include "support/faultserver/faultlistener.h"

#include "support/faultserver/faultconnection.h"

namespace tokenry::tests
{

FaultListener::FaultListener(Received &received, std::optional<QSslConfiguration> tls, bool handshake)
    : m_received(received), m_tls(std::move(tls)), m_handshake(handshake)
{
}

void FaultListener::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket;
    socket->setSocketDescriptor(descriptor);
    int number = 0;
    {
        const QMutexLocker lock(&m_received.mutex);
        number = ++m_received.connections;
    }
    auto *connection = new FaultConnection(
        socket, number, m_received, [this] { return nextScript(); },
        [this](const ReceivedRequest &request) { return routed(request); }, this);
    if (!m_tls) {
        connection->begin();
        return;
    }
    if (!m_handshake)
        return;
    connect(socket, &QSslSocket::encrypted, connection, &FaultConnection::begin);
    connect(socket, &QSslSocket::errorOccurred, connection, [this, socket] {
        const QMutexLocker lock(&m_received.mutex);
        m_received.tlsFailures += socket->isEncrypted() ? 0 : 1;
    });
    socket->setSslConfiguration(*m_tls);
    socket->startServerEncryption();
}

Script FaultListener::routed(const ReceivedRequest &request) const
{
    for (auto route = m_routes.cbegin(); route != m_routes.cend(); ++route) {
        const qsizetype blank = route.key().indexOf(' ');
        if (request.method == route.key().left(blank) && request.target.endsWith(route.key().mid(blank + 1)))
            return route.value();
    }
    return answering(answer("404 Not Found"));
}

Script FaultListener::nextScript()
{
    if (m_scripts.isEmpty())
        return {{Step::Kind::ReadRequest}, {Step::Kind::Stall}};
    return m_scripts.size() > 1 ? m_scripts.takeFirst() : m_scripts.first();
}

} // namespace tokenry::tests
