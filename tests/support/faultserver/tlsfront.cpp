// SPDX-License-Identifier: MIT
#include "support/faultserver/tlsfront.h"

#include <QNetworkProxy>
#include <QSslSocket>

namespace tokenry::tests
{

namespace
{

void pass(QTcpSocket *from, QTcpSocket *to)
{
    QObject::connect(from, &QIODevice::readyRead, to, [from, to] { to->write(from->readAll()); });
    QObject::connect(from, &QTcpSocket::disconnected, to, [from, to] {
        to->write(from->readAll());
        to->disconnectFromHost();
    });
}

} // namespace

TlsFront::TlsFront(QSslConfiguration tls, int backendPort)
    : m_tls(std::move(tls)), m_backend(static_cast<quint16>(backendPort))
{
    listen(QHostAddress::LocalHost);
}

void TlsFront::incomingConnection(qintptr descriptor)
{
    auto *front = new QSslSocket(this);
    front->setSocketDescriptor(descriptor);
    front->setSslConfiguration(m_tls);
    auto *back = new QTcpSocket(front);
    back->setProxy(QNetworkProxy::NoProxy);
    pass(front, back);
    pass(back, front);
    connect(front, &QTcpSocket::disconnected, front, &QObject::deleteLater);
    back->connectToHost(QHostAddress(QHostAddress::LocalHost), m_backend);
    front->startServerEncryption();
}

} // namespace tokenry::tests
