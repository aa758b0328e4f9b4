// SPDX-License-Identifier: MIT
#include "support/faultserver/faultserver.h"

#include "support/faultserver/faultlistener.h"

#include <algorithm>

namespace tokenry::tests
{

FaultServer::FaultServer() : m_listener(new FaultListener(m_received, {}, false)), m_isTls(false)
{
    start();
}

FaultServer::FaultServer(const QSslConfiguration &tls, Tls mode)
    : m_listener(new FaultListener(m_received, tls, mode == Tls::Handshake)), m_isTls(true)
{
    start();
}

void FaultServer::start()
{
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_listener,
        [this] {
            m_listener->listen(QHostAddress::LocalHost);
            m_port = m_listener->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

FaultServer::~FaultServer()
{
    m_thread.quit();
    m_thread.wait();
}

void FaultServer::play(const QList<Script> &scripts)
{
    QMetaObject::invokeMethod(
        m_listener, [this, scripts] { m_listener->setScripts(scripts); }, Qt::BlockingQueuedConnection);
}

void FaultServer::route(const QByteArray &method, const QByteArray &targetEnd, const Script &script)
{
    QMetaObject::invokeMethod(
        m_listener,
        [&] {
            m_listener->setRoute(method + ' ' + targetEnd, script);
            m_listener->setScripts({{{Step::Kind::Route}}});
        },
        Qt::BlockingQueuedConnection);
}

QUrl FaultServer::url(const QString &host) const
{
    QUrl url;
    url.setScheme(m_isTls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(host);
    url.setPort(m_port);
    url.setPath(QStringLiteral("/"));
    return url;
}

QList<ReceivedRequest> FaultServer::requests() const
{
    const QMutexLocker lock(&m_received.mutex);
    return m_received.requests;
}

qsizetype FaultServer::count(const QByteArray &method) const
{
    const QList<ReceivedRequest> all = requests();
    return std::count_if(all.begin(), all.end(),
                         [&](const auto &request) { return request.method == method; });
}

int FaultServer::connections() const
{
    const QMutexLocker lock(&m_received.mutex);
    return m_received.connections;
}

int FaultServer::tlsFailures() const
{
    const QMutexLocker lock(&m_received.mutex);
    return m_received.tlsFailures;
}

} // namespace tokenry::tests
