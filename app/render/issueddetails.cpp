// SPDX-License-Identifier: MIT
#include "render/issueddetails.h"

#include "render/unseen.h"
#include "wire/instant.h"
#include "wire/jsonstring.h"
#include "wire/permissionsjson.h"

#include <QStringList>

namespace tokenry
{

namespace
{

QString line(QLatin1String label, const QString &value)
{
    constexpr int column = 14;
    return QString(label).leftJustified(column) + unseenSpelledOut(value);
}

QString time(const std::optional<QDateTime> &instant)
{
    return instant && instant->isValid() ? rfc3339(*instant) : QString();
}

QStringList permissionLines(const Token &token)
{
    QStringList lines;
    for (const auto &[action, label] :
         {std::pair{Action::Write, "Can write"}, std::pair{Action::Read, "Can read"}}) {
        if (token.permissions.permitsAllDatabases(action))
            lines += line(QLatin1String(label), QStringLiteral("* (every database)"));
        for (const QString &name : token.permissions.databases(action))
            lines += line(QLatin1String(label), name);
    }
    for (const UnknownPermission &unknown : token.unknownPermissions)
        lines += line(QLatin1String("Unknown"), unknown.action + QLatin1Char(' ') + unknown.resource);
    if (lines.isEmpty())
        lines += line(QLatin1String("Permissions"), QStringLiteral("none"));
    return lines;
}

QByteArray unknownJson(const std::vector<UnknownPermission> &permissions)
{
    QByteArray lines;
    for (const UnknownPermission &permission : permissions) {
        lines += (lines.isEmpty() ? "\n" : ",\n") + QByteArray("    {\"action\": ") +
                 jsonString(permission.action) + ", \"resource\": " + jsonString(permission.resource) + '}';
    }
    return '[' + lines + "\n  ]";
}

} // namespace

QString tokenDetailsText(const IssuedDetails &details)
{
    const Token &token = details.token;
    QStringList lines;
    const auto add = [&](const char *label, const QString &value) {
        if (!value.isEmpty())
            lines += line(QLatin1String(label), value);
    };
    add("Token ID", token.id);
    add("Description", token.description);
    lines += permissionLines(token);
    add("Created", time(token.createdAt));
    add("Expires", token.expiresAt ? time(token.expiresAt) : QStringLiteral("never"));
    add("Account ID", token.accountId);
    add("Cluster ID", token.clusterId);
    add("Cluster URL", QString::fromLatin1(details.clusterUrl.toEncoded()));
    if (details.keychainItem) {
        add("Keychain", details.keychainItem->service);
        add("Keychain key", details.keychainItem->key);
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString tokenDetailsJson(const IssuedDetails &details)
{
    const Token &token = details.token;
    QByteArray json;
    const auto addRaw = [&](const char *key, const QByteArray &value) {
        json += (json.isEmpty() ? "{\n  \"" : ",\n  \"") + QByteArray(key) + "\": " + value;
    };
    const auto add = [&](const char *key, const QString &value) {
        if (!value.isEmpty())
            addRaw(key, jsonString(value));
    };
    addRaw("id", jsonString(token.id));
    addRaw("description", jsonString(token.description));
    addRaw("permissions", permissionsJson(token.permissions));
    if (!token.unknownPermissions.empty())
        addRaw("unknownPermissions", unknownJson(token.unknownPermissions));
    add("createdAt", time(token.createdAt));
    add("expiresAt", time(token.expiresAt));
    add("accountId", token.accountId);
    add("clusterId", token.clusterId);
    add("clusterUrl", QString::fromLatin1(details.clusterUrl.toEncoded()));
    if (const auto &item = details.keychainItem)
        addRaw("keychain",
               "{\"service\": " + jsonString(item->service) + ", \"key\": " + jsonString(item->key) + '}');
    return QString::fromUtf8(json + "\n}\n");
}

} // namespace tokenry
