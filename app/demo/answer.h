// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <chrono>
#include <utility>

namespace tokenry::demo
{

struct Answer
{
    int status = 200;
    QByteArray body; // JSON; empty for 204
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::chrono::milliseconds late{0}; // how long it is held back
    bool isLost = false;               // the connection is closed in its stead
};

Answer json(const QJsonObject &object);
Answer json(const QJsonArray &array);
Answer noContent();

// The Management API's error body: {"code": the status as a number, "message"}.
Answer managementError(int status, const QString &message);

// The data API's error body: {"code": a word, "message"}.
Answer dataError(int status, const QString &message);

} // namespace tokenry::demo
