// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

namespace tokenry::tests
{

// What the server does with one request, step by step. After the last step the connection stays open for the
// next script, unless the script closed it.
struct Step
{
    enum class Kind {
        ReadHead,    // waits for the request's head and counts the request
        ReadRequest, // … and its whole body
        Write,
        Drip,  // a byte at a time
        Close, // orderly (FIN)
        Reset, // RST
        Stall, // for good
        Route, // reads the head, then goes on with the script set for it: FaultServer::route
    };

    Kind kind;
    QByteArray bytes = {};
    int everyMs = 1000; // Drip
};

using Script = QList<Step>;

// An orderly answer: "200 OK", more header lines (each with its \r\n), and a body with its right length.
QByteArray answer(const QByteArray &status, const QByteArray &body = {}, const QByteArray &headers = {});

QByteArray gzipped(const QByteArray &bytes);

// The usual scripts.
Script answering(const QByteArray &bytes); // reads the request, then writes
Script answeringAndClosing(const QByteArray &bytes);

} // namespace tokenry::tests
