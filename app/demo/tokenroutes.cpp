// SPDX-License-Identifier: MIT
#include "demo/routes.h"
#include "demo/validation.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

QJsonArray described(const QList<Permission> &permissions)
{
    QJsonArray array;
    for (const Permission &permission : permissions)
        array.append(QJsonObject{{u"action"_s, permission.action}, {u"resource"_s, permission.resource}});
    return array;
}

QJsonObject described(const Cluster &cluster, const Token &token)
{
    QJsonObject object{{u"id"_s, token.id},
                       {u"description"_s, token.description},
                       {u"permissions"_s, described(token.permissions)},
                       {u"createdAt"_s, toRfc3339(token.createdAt)}};
    insertIds(object, cluster);
    if (token.expiresAt)
        object.insert(u"expiresAt"_s, toRfc3339(*token.expiresAt));
    if (token.revokedAt)
        object.insert(u"revokedAt"_s, toRfc3339(*token.revokedAt));
    return object;
}

QByteArray newSecret()
{
    std::array<quint32, 8> random; // 256 bits from the system
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), sizeof random);
    return "apiv1_"_ba + bytes.toHex();
}

Answer list(const Cluster &cluster)
{
    QJsonArray array;
    for (const Token &token : cluster.tokens.all())
        array.append(described(cluster, token));
    return json(array);
}

Answer create(Cluster &cluster, const Call &call)
{
    const QJsonObject body = bodyOf(call);
    Token token;
    token.description = stringIn(body, u"description"_s, 0, 0);
    token.permissions = permissionsIn(body);
    token.expiresAt = expiryIn(body);
    token.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    token.createdAt = now();
    token.acceptedFrom = std::chrono::steady_clock::now() + cluster.activationDelay;
    const QByteArray secret = newSecret();
    token.secretHash = QCryptographicHash::hash(secret, QCryptographicHash::Sha512);
    cluster.tokens.add(token);

    QJsonObject object = described(cluster, token);
    object.insert(u"accessToken"_s, QString::fromLatin1(secret));
    return json(object); // 200: the contract knows no 201
}

// The expiry cannot be changed: `expiresAt` is not among this body's properties, so it is ignored like any
// unknown key.
Answer update(Cluster &cluster, const Call &call, const QString &id)
{
    const QJsonObject body = bodyOf(call);
    demandSomething(body);
    const bool hasDescription = body.contains(u"description"_s);
    const bool hasPermissions = body.contains(u"permissions"_s);
    const QString description = hasDescription ? stringIn(body, u"description"_s, 0, 0) : QString();
    const QList<Permission> permissions = permissionsIn(body);
    const Token changed = cluster.tokens.change(id, [&](Token &token) {
        if (hasDescription)
            token.description = description;
        if (hasPermissions)
            token.permissions = permissions;
    });
    return json(described(cluster, changed));
}

Answer revoke(Cluster &cluster, const QString &id)
{
    cluster.tokens.revoke(id);
    return noContent();
}

} // namespace

Answer answerTokens(Cluster &cluster, const Call &call, const QStringList &rest)
{
    if (rest.isEmpty() && call.method == "GET"_ba)
        return list(cluster);
    if (rest.isEmpty() && call.method == "POST"_ba)
        return create(cluster, call);
    if (rest.size() != 1)
        noSuchRoute();
    if (call.method == "GET"_ba)
        return json(described(cluster, cluster.tokens.find(uuidFrom(rest.first()))));
    if (call.method == "PATCH"_ba)
        return update(cluster, call, uuidFrom(rest.first()));
    if (call.method == "DELETE"_ba)
        return revoke(cluster, uuidFrom(rest.first()));
    noSuchRoute();
}

} // namespace tokenry::demo
