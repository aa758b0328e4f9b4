// SPDX-License-Identifier: MIT
#include "demo/validation.h"

#include "demo/refusal.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

qint64 codePoints(const QString &text)
{
    return std::count_if(text.cbegin(), text.cend(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

[[noreturn]] void refuse(const QString &message)
{
    throw Refusal{400, message};
}

Permission permissionFrom(const QJsonValue &value)
{
    if (!value.isObject())
        refuse(u"permissions must be objects"_s);
    const QJsonObject object = value.toObject();
    const QString action = stringIn(object, u"action"_s, 1, 0);
    if (action != u"read"_s && action != u"write"_s)
        refuse(u"action must be read or write"_s);
    return {action, stringIn(object, u"resource"_s, 1, databaseNameMaximum)};
}

} // namespace

QJsonObject bodyOf(const Call &call)
{
    const QByteArray type = call.contentType.split(';').first().trimmed().toLower();
    if (type != "application/json"_ba)
        refuse(u"Content-Type must be application/json"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(call.body, &error);
    if (error.error != QJsonParseError::NoError)
        refuse(u"invalid JSON: %1"_s.arg(error.errorString()));
    if (!document.isObject())
        refuse(u"the body must be a JSON object"_s);
    return document.object();
}

void demandSomething(const QJsonObject &body)
{
    if (body.isEmpty())
        refuse(u"at least one property is required"_s);
}

QString stringIn(const QJsonObject &object, const QString &key, qint64 minimum, qint64 maximum)
{
    if (!object.contains(key))
        refuse(u"%1 is required"_s.arg(key));
    const QJsonValue value = object.value(key);
    if (!value.isString())
        refuse(u"%1 must be a string"_s.arg(key));
    const QString text = value.toString();
    const qint64 length = codePoints(text);
    if (length < minimum)
        refuse(u"%1 must not be empty"_s.arg(key));
    if (maximum > 0 && length > maximum)
        refuse(u"%1 must have at most %2 characters"_s.arg(key, QString::number(maximum)));
    return text;
}

std::optional<qint64> integerIn(const QJsonObject &object, const QString &key, qint64 minimum, qint64 maximum)
{
    if (!object.contains(key))
        return std::nullopt;
    const QJsonValue value = object.value(key);
    const qint64 number = value.toInteger(0);
    if (!value.isDouble() || number != value.toInteger(1)) // two defaults: neither was needed, so it is whole
        refuse(u"%1 must be an integer"_s.arg(key));
    if (number < minimum || number > maximum)
        refuse(u"%1 must be between %2 and %3"_s.arg(key).arg(minimum).arg(maximum));
    return number;
}

QList<Permission> permissionsIn(const QJsonObject &body)
{
    if (!body.contains(u"permissions"_s))
        return {};
    const QJsonValue value = body.value(u"permissions"_s);
    if (!value.isArray())
        refuse(u"permissions must be an array"_s);
    const QJsonArray array = value.toArray();
    QList<Permission> permissions;
    permissions.reserve(array.size());
    for (const QJsonValue &item : array)
        permissions.append(permissionFrom(item));
    return permissions;
}

std::optional<Instant> expiryIn(const QJsonObject &body)
{
    if (!body.contains(u"expiresAt"_s))
        return std::nullopt;
    const std::optional<Instant> instant = fromRfc3339(stringIn(body, u"expiresAt"_s, 1, 0));
    if (!instant)
        refuse(u"expiresAt must be an RFC 3339 date and time"_s);
    if (*instant <= now())
        refuse(u"expiresAt must be in the future"_s);
    return instant;
}

QString uuidFrom(const QString &segment)
{
    static const QRegularExpression shape(uR"(\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z)"_s);
    if (!shape.match(segment).hasMatch())
        refuse(u"an ID in the path is not a UUID"_s);
    return segment.toLower();
}

QString databaseNameFrom(const QString &segment)
{
    const qint64 length = codePoints(segment);
    if (length < 1 || length > databaseNameMaximum)
        refuse(u"a database name has 1 to 64 characters"_s);
    return segment;
}

qint64 idFrom(const QString &segment)
{
    static const QRegularExpression digits(uR"(\A[0-9]+\z)"_s);
    bool fits = false;
    const qint64 id = segment.toLongLong(&fits);
    if (!digits.match(segment).hasMatch() || !fits || id < 1)
        refuse(u"an ID in the path is not a positive integer"_s);
    return id;
}

} // namespace tokenry::demo
