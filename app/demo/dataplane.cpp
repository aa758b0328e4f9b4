// SPDX-License-Identifier: MIT
#include "demo/dataplane.h"

#include "demo/refusal.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

const QString unauthorized = u"unauthorized access"_s;

QByteArray presentedSecret(const Call &call)
{
    for (const QByteArray &scheme : {"Bearer "_ba, "Token "_ba}) { // both spellings are case-sensitive
        if (call.authorization.startsWith(scheme))
            return call.authorization.mid(scheme.size()).trimmed();
    }
    if (call.authorization.startsWith("Basic "_ba)) {
        const QByteArray pair = QByteArray::fromBase64(call.authorization.mid(6));
        return pair.mid(pair.indexOf(':') + 1);
    }
    return call.query.value(u"p"_s).toUtf8();
}

struct Holder
{
    Token token;
    Cluster &cluster; // a token opens the cluster it was made on, whatever address that has
};

Holder authenticated(Account &account, const Call &call)
{
    const QByteArray secret = presentedSecret(call);
    if (secret.isEmpty())
        throw Refusal{401, unauthorized};
    const QByteArray hash = QCryptographicHash::hash(secret, QCryptographicHash::Sha512);
    for (Cluster &cluster : account.clusters) {
        const std::optional<Token> token = cluster.tokens.withSecret(hash);
        if (token && !token->revokedAt && !(token->expiresAt && *token->expiresAt <= now()) &&
            std::chrono::steady_clock::now() >= token->acceptedFrom)
            return {*token, cluster};
    }
    throw Refusal{401, unauthorized};
}

bool permits(const Token &token, const QString &action, const QString &database)
{
    return std::any_of(token.permissions.cbegin(), token.permissions.cend(),
                       [&](const Permission &permission) {
                           return permission.action == action &&
                                  (permission.resource == u"*"_s || permission.resource == database);
                       });
}

QString databaseIn(const Call &call, const QString &parameter)
{
    const QString name = call.query.value(parameter);
    if (name.isEmpty())
        throw Refusal{400, u"%1 is required"_s.arg(parameter)};
    return name;
}

Answer ping()
{
    return {
        .status = 204,
        .body = {},
        .headers = {{"X-Influxdb-Version"_ba, "3.0.0-demo"_ba}, {"X-Influxdb-Build"_ba, "Tokenry demo"_ba}}};
}

QJsonObject measurements(const Database &database)
{
    QJsonArray values;
    for (const Table &table : database.tables) {
        if (!table.deleted)
            values.append(QJsonArray{table.name});
    }
    const QJsonObject series{
        {u"name"_s, u"measurements"_s}, {u"columns"_s, QJsonArray{u"name"_s}}, {u"values"_s, values}};
    QJsonObject result{{u"statement_id"_s, 0}};
    if (!values.isEmpty())
        result.insert(u"series"_s, QJsonArray{series});
    return result;
}

Answer query(Account &account, const Call &call)
{
    const auto [token, cluster] = authenticated(account, call);
    const QString name = databaseIn(call, u"db"_s);
    const QString statement = call.query.value(u"q"_s).simplified().toUpper();
    if (statement.isEmpty())
        throw Refusal{400, u"q is required"_s};
    if (!permits(token, u"read"_s, name))
        throw Refusal{403, u"forbidden"_s};
    QJsonObject result{{u"statement_id"_s, 0}};
    if (!cluster.databases.contains(name)) // InfluxQL's way: an error inside a 200
        result.insert(u"error"_s, u"database not found: %1"_s.arg(name));
    else if (statement.startsWith(u"SHOW MEASUREMENTS"_s))
        result = measurements(cluster.databases.find(name));
    return json(QJsonObject{{u"results"_s, QJsonArray{result}}});
}

// As in InfluxDB's own router the token is judged before the body is read: an empty body writes nothing,
// needs no database to exist and still tells whether the token may write. Points are accepted and dropped.
Answer write(Account &account, const Call &call)
{
    const auto [token, cluster] = authenticated(account, call);
    const QString name = databaseIn(call, u"bucket"_s);
    if (name.toUcs4().size() > 64)
        throw Refusal{400, u"namespace name length must be between 1 and 64 characters"_s};
    if (!permits(token, u"write"_s, name))
        throw Refusal{401, unauthorized};
    if (!call.body.trimmed().isEmpty() && !cluster.databases.contains(name))
        throw Refusal{404, u"database \"%1\" not found"_s.arg(name)};
    return noContent();
}

} // namespace

Answer answerData(Account &account, const Call &call)
{
    try {
        if (call.path == QStringList{u"ping"_s} && (call.method == "GET"_ba || call.method == "HEAD"_ba))
            return ping();
        if (call.path == QStringList{u"query"_s} && call.method == "GET"_ba)
            return query(account, call);
        if (call.path == QStringList{u"api"_s, u"v2"_s, u"write"_s} && call.method == "POST"_ba)
            return write(account, call);
        throw Refusal{404, u"path not found"_s};
    } catch (const Refusal &refusal) {
        return dataError(refusal.status, refusal.message);
    }
}

} // namespace tokenry::demo
