// SPDX-License-Identifier: MIT
#pragma once

#include "demo/call.h"
#include "demo/records.h"

#include <QJsonObject>

#include <optional>

// The checks the contract implies. Each throws Refusal 400 with the reason; keys the contract does not name
// are ignored.
namespace tokenry::demo
{

constexpr qint64 databaseNameMaximum = 64; // code points

// The body of a call that must be a JSON object of type application/json.
QJsonObject bodyOf(const Call &call);

// The schemas' minProperties: 1. It counts what was sent, so an unknown key alone passes and changes nothing.
void demandSomething(const QJsonObject &body);

// A required string; lengths in code points, maximum 0 = unlimited.
QString stringIn(const QJsonObject &object, const QString &key, qint64 minimum, qint64 maximum);

// An optional integer within [minimum, maximum].
std::optional<qint64> integerIn(const QJsonObject &object, const QString &key, qint64 minimum,
                                qint64 maximum);

QList<Permission> permissionsIn(const QJsonObject &body);
std::optional<Instant> expiryIn(const QJsonObject &body); // RFC 3339, in the future

// Parameters in the path.
QString uuidFrom(const QString &segment);
QString databaseNameFrom(const QString &segment);
qint64 idFrom(const QString &segment);

} // namespace tokenry::demo
