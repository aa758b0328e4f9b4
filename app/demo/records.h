// SPDX-License-Identifier: MIT
#pragma once

#include "demo/instant.h"

#include <QJsonArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace tokenry::demo
{

struct Table
{
    qint64 id = 0;
    QString name;
    QJsonArray partitionTemplate; // empty = the database's
    bool deleted = false;
};

// Defaults are those of the contract's schema.
struct Database
{
    qint64 id = 0;
    QString name;
    qint64 maxTables = 500;
    qint64 maxColumnsPerTable = 200;
    qint64 retentionPeriod = 0; // nanoseconds, 0 = infinite
    QJsonArray partitionTemplate = {};
    QList<Table> tables = {};
    bool deleted = false;
};

struct Permission
{
    QString action;   // read, write
    QString resource; // a database's name, or * for all
};

struct Token
{
    QString id;
    QString description;
    QList<Permission> permissions; // in the order they were sent
    Instant createdAt = 0;
    std::optional<Instant> expiresAt = std::nullopt;
    std::optional<Instant> revokedAt = std::nullopt;
    QByteArray secretHash = {}; // SHA-512; the secret itself is kept nowhere. Empty: nobody ever knew it
    std::chrono::steady_clock::time_point acceptedFrom = {}; // on the data plane
};

} // namespace tokenry::demo
