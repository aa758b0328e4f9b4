// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace tokenry::demo
{

// One HTTP request, freed of the HTTP library. Path segments are decoded one by one, so that the %2F of
// `telegraf%2Fautogen` stays inside its segment.
struct Call
{
    QByteArray method;
    QStringList path;
    QHash<QString, QString> query;
    QByteArray authorization;
    QByteArray contentType;
    QByteArray body;
};

} // namespace tokenry::demo
