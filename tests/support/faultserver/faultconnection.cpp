// SPDX-License-Identifier: MIT
#include "support/faultserver/faultconnection.h"

#include <algorithm>
#include <sys/socket.h>

namespace tokenry::tests
{

FaultConnection::FaultConnection(QSslSocket *socket, int number, Received &received, NextScript nextScript,
                                 Routes routes, QObject *parent)
    : QObject(parent), m_socket(socket), m_number(number), m_received(received),
      m_nextScript(std::move(nextScript)), m_routes(std::move(routes))
{
    m_socket->setParent(this);
    m_drip.callOnTimeout(this, &FaultConnection::dripOne);
}

void FaultConnection::begin()
{
    connect(m_socket, &QSslSocket::readyRead, this, &FaultConnection::play);
    connect(m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
    m_script = m_nextScript();
    play();
}

void FaultConnection::play()
{
    if (m_playing)
        return;
    m_playing = true;
    m_input += m_socket->readAll();
    while (m_socket->state() == QAbstractSocket::ConnectedState) {
        if (m_step == m_script.size()) {
            if (m_input.isEmpty())
                break;
            m_script = m_nextScript();
            m_step = 0;
            m_request = -1;
        }
        if (!doStep(m_script.at(m_step)))
            break;
        ++m_step;
    }
    m_playing = false;
}

bool FaultConnection::doStep(const Step &step)
{
    switch (step.kind) {
    case Step::Kind::ReadHead:
        return readHead();
    case Step::Kind::ReadRequest:
        return readHead() && readBody();
    case Step::Kind::Write:
        m_socket->write(step.bytes);
        return true;
    case Step::Kind::Drip:
        if (!m_drip.isActive() && m_dripping.isEmpty()) {
            m_dripping = step.bytes;
            m_drip.start(step.everyMs);
        }
        return false;
    case Step::Kind::Close:
        m_socket->disconnectFromHost();
        return true;
    case Step::Kind::Reset:
        reset();
        return true;
    case Step::Kind::Stall:
        return false;
    case Step::Kind::Route:
        return route();
    }
    return false;
}

bool FaultConnection::route()
{
    if (!readHead())
        return false;
    ReceivedRequest request;
    {
        const QMutexLocker lock(&m_received.mutex);
        request = m_received.requests[m_request];
    }
    m_script = m_routes(request);
    m_step = -1; // play() goes on to the next
    return true;
}

bool FaultConnection::readHead()
{
    if (m_request >= 0)
        return true;
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    QList<QByteArray> lines = m_input.left(end).split('\n');
    m_input.remove(0, end + 4);
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    ReceivedRequest request{words.value(0), words.value(1), {}, {}, m_number};
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.emplaceBack(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    m_bodyLeft = request.header("content-length").toInt();
    const QMutexLocker lock(&m_received.mutex);
    m_request = m_received.requests.size();
    m_received.requests << request;
    return true;
}

bool FaultConnection::readBody()
{
    const qsizetype size = std::min(m_bodyLeft, m_input.size());
    const QMutexLocker lock(&m_received.mutex);
    m_received.requests[m_request].body += m_input.left(size);
    m_input.remove(0, size);
    m_bodyLeft -= size;
    return m_bodyLeft == 0;
}

void FaultConnection::dripOne()
{
    m_socket->write(m_dripping.left(1));
    m_dripping.remove(0, 1);
    if (!m_dripping.isEmpty())
        return;
    m_drip.stop();
    ++m_step;
    play();
}

void FaultConnection::reset()
{
    m_socket->flush();
    const linger now{1, 0};
    setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_socket->abort();
}

} // namespace tokenry::tests
