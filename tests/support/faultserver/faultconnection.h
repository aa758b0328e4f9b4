// SPDX-License-Identifier: MIT
#pragma once

#include "support/faultserver/received.h"
#include "support/faultserver/script.h"

#include <QSslSocket>
#include <QTimer>

#include <functional>

namespace tokenry::tests
{

// One connection of a FaultServer, in its thread: plays scripts until one closes it.
class FaultConnection : public QObject
{
    Q_OBJECT

public:
    using NextScript = std::function<Script()>;
    using Routes = std::function<Script(const ReceivedRequest &)>;

    FaultConnection(QSslSocket *socket, int number, Received &received, NextScript nextScript, Routes routes,
                    QObject *parent);

    // Once the socket is ready: connected, or encrypted.
    void begin();

private:
    void play();
    bool doStep(const Step &step); // false: come back later
    bool readHead();
    bool readBody();
    void dripOne();
    void reset();
    bool route();

    QSslSocket *m_socket;
    const int m_number;
    Received &m_received;
    const NextScript m_nextScript;
    const Routes m_routes;
    Script m_script;
    qsizetype m_step = 0;
    QByteArray m_input;
    qsizetype m_request = -1; // in Received
    qsizetype m_bodyLeft = 0;
    QByteArray m_dripping;
    QTimer m_drip;
    bool m_playing = false;
};

} // namespace tokenry::tests
