// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>

#include <utility>

namespace tokenry::tests
{

// A request as it came in.
struct ReceivedRequest
{
    QByteArray method;
    QByteArray target;
    QList<std::pair<QByteArray, QByteArray>> headers; // names in lower case
    QByteArray body;                                  // as far as it was read
    int connection = 0;                               // which connection, from 1

    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key == name)
                return value;
        }
        return {};
    }
};

// What both threads see.
struct Received
{
    QMutex mutex;
    QList<ReceivedRequest> requests;
    int connections = 0;
    int tlsFailures = 0;
};

} // namespace tokenry::tests
