// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QUrl>

#include <chrono>

namespace tokenry
{

/// One request as Transport sends it.
struct HttpRequest
{
    /// What the log calls it; no path, no name.
    QByteArray operation;
    /// GET, POST or DELETE.
    QByteArray method;
    QUrl url;
    QByteArray body;
    /// Of what a POST sends, also where that is nothing.
    QByteArray contentType = QByteArrayLiteral("application/json");
    /// Bytes of the answer's body, decompressed; more ends the exchange.
    qint64 answerLimit = 0;
    /// For the whole exchange, from name resolution to the last byte.
    std::chrono::milliseconds deadline{0};
    /// Until the request is sent: name resolution, proxy, connection and handshake. Part of the deadline.
    std::chrono::milliseconds sendDeadline = std::chrono::seconds(20);
};

} // namespace tokenry
