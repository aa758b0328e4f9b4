// SPDX-License-Identifier: MIT
#include "wire/requestfile.h"

#include "domain/profilewords.h"
#include "wire/calls.h"
#include "wire/fingerprint.h"
#include "wire/instant.h"
#include "wire/jsonreader.h"
#include "wire/jsonstring.h"

#include <QRegularExpression>

namespace tokenry
{

namespace
{

using Kind = DocumentFault::Kind;

constexpr QStringView marker(u"token request");

QString id(JsonReader &reader, const JsonNode &cluster, const char *key)
{
    const QString id = reader.text(cluster, key).toLower();
    if (!reader.fault() && !isUuid(id))
        reader.refuse(Kind::BadValue, *reader.find(cluster, key),
                      QStringLiteral("expected a UUID such as 11111111-1111-4111-8111-111111111111"));
    return id;
}

/// As ClusterAddress says it, however it is written.
QString originIn(JsonReader &reader, const JsonNode &cluster)
{
    const QUrl url(reader.text(cluster, "managementOrigin"), QUrl::StrictMode);
    if (reader.fault())
        return {};
    if (faultOf(url) || (!url.path().isEmpty() && url.path() != u"/"))
        reader.refuse(Kind::BadValue, *reader.find(cluster, "managementOrigin"),
                      QStringLiteral("expected scheme, host and port such as https://influx.example:8443"));
    ClusterAddress address;
    address.managementUrl = url;
    return address.managementOrigin();
}

RequestFile::Cluster clusterIn(JsonReader &reader, const JsonNode &root)
{
    const JsonNode &object = reader.object(root, "cluster");
    RequestFile::Cluster cluster;
    if (reader.find(object, "product"))
        cluster.product = static_cast<Product>(reader.word(object, "product", {"dedicated", "clustered"}));
    const bool clustered = cluster.product == Product::Clustered;
    if (clustered)
        reader.allow(object,
                     {"name", "environment", "product", "managementOrigin", "accountId", "clusterId"});
    else
        reader.allow(object, {"name", "environment", "product", "accountId", "clusterId"});
    cluster.name = reader.text(object, "name");
    cluster.environment =
        static_cast<Environment>(reader.word(object, "environment", {"production", "staging", "other"}));
    if (clustered)
        cluster.managementOrigin = originIn(reader, object);
    if (clustered && !reader.find(object, "accountId") && !reader.find(object, "clusterId"))
        return cluster;
    cluster.accountId = id(reader, object, "accountId");
    cluster.clusterId = id(reader, object, "clusterId");
    return cluster;
}

QString fingerprintIn(JsonReader &reader, const JsonNode &root)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9A-Fa-f]{64}\\z"));
    const QString stated = reader.text(root, "fingerprint");
    if (!reader.fault() && !form.match(stated).hasMatch())
        reader.refuse(Kind::BadValue, *reader.find(root, "fingerprint"),
                      QStringLiteral("expected a SHA-256 of 64 hexadecimal digits"));
    return stated.toLower();
}

/// Nothing, with a fault, where it is no permission.
std::optional<Permission> permissionIn(JsonReader &reader, const JsonNode &node)
{
    if (node.kind != JsonNode::Kind::Object) {
        reader.refuse(Kind::BadValue, node, QStringLiteral("expected an object in braces"));
        return {};
    }
    reader.allow(node, {"action", "resource"});
    const Action action = reader.word(node, "action", {"read", "write"}) == 0 ? Action::Read : Action::Write;
    const QString name = reader.text(node, "resource");
    if (reader.fault())
        return {};
    if (name == u"*")
        return Permission{Resource::allDatabases(), action};
    if (auto database = Resource::database(name))
        return Permission{*std::move(database), action};
    reader.refuse(Kind::BadValue, *reader.find(node, "resource"),
                  QStringLiteral("expected a name of 1 to 64 characters, or *"));
    return {};
}

PermissionSet permissionsIn(JsonReader &reader, const JsonNode &request)
{
    const std::vector<JsonNode> &entries = reader.list(request, "permissions");
    if (entries.size() > RequestFile::maximumPermissions)
        reader.refuse(Kind::TooMany, *reader.find(request, "permissions"));
    std::vector<Permission> permissions;
    for (const JsonNode &entry : entries) {
        if (auto permission = permissionIn(reader, entry))
            permissions.push_back(*std::move(permission));
        if (reader.fault())
            return {};
    }
    PermissionSet set(permissions);
    if (reader.fault())
        return {};
    const JsonNode *const list = reader.find(request, "permissions");
    if (set.permissions().size() != permissions.size())
        reader.refuse(Kind::BadValue, *list, QStringLiteral("expected each permission once"));
    for (const Action action : allActions) {
        // It would read as if fewer were permitted.
        if (set.permitsAllDatabases(action) && !set.databases(action).isEmpty())
            reader.refuse(Kind::BadValue, *list,
                          QStringLiteral("expected * or names for an action, not both"));
    }
    return set;
}

TokenDraft draftIn(JsonReader &reader, const JsonNode &root)
{
    const JsonNode &request = reader.object(root, "request");
    reader.allow(request, {"description", "expiresAt", "permissions"});
    Expiry expiry = Expiry::never();
    const QString description = reader.text(request, "description");
    if (reader.find(request, "expiresAt"))
        expiry = Expiry::at(reader.instant(request, "expiresAt"));
    return draftWith(description, expiry, permissionsIn(reader, request));
}

void refuseFaults(JsonReader &reader, const JsonNode &root, const std::vector<DraftFault> &faults)
{
    const JsonNode &request = *reader.find(root, "request");
    for (const DraftFault fault : faults) {
        if (fault == DraftFault::DescriptionBlank)
            reader.refuse(Kind::BadValue, *reader.find(request, "description"),
                          QStringLiteral("expected a description that is not blank"));
        else if (fault == DraftFault::TokenInDescription)
            reader.refuse(Kind::BadValue, *reader.find(request, "description"),
                          QStringLiteral("expected a description without a token in it"));
        else if (fault == DraftFault::ExpiryNotInFuture)
            reader.refuse(Kind::BadValue, *reader.find(request, "expiresAt"),
                          QStringLiteral("expected a time after exportedAt"));
    }
}

QByteArray encoded(const RequestFile::Cluster &cluster)
{
    QByteArray json = "{\"name\": " + jsonString(cluster.name) + ", \"environment\": \"" +
                      wordOf(cluster.environment).data() + '"';
    if (cluster.product == Product::Clustered)
        json +=
            ",\n  \"product\": \"clustered\", \"managementOrigin\": " + jsonString(cluster.managementOrigin);
    if (!cluster.accountId.isEmpty())
        json += ",\n  \"accountId\": " + jsonString(cluster.accountId) +
                ", \"clusterId\": " + jsonString(cluster.clusterId);
    return json + '}';
}

} // namespace

RequestFile::Cluster RequestFile::Cluster::of(const Profile &profile)
{
    const ClusterAddress &address = profile.address;
    return {
        profile.name,      profile.environment,
        address.product,   address.accountId,
        address.clusterId, address.product == Product::Clustered ? address.managementOrigin() : QString()};
}

// The IDs that some servers of InfluxDB Clustered want in paths are the same everywhere.
bool RequestFile::Cluster::isAt(const ClusterAddress &address) const
{
    if (product != address.product)
        return false;
    if (product == Product::Clustered)
        return managementOrigin == address.managementOrigin();
    return clusterId == address.clusterId && accountId == address.accountId;
}

bool RequestFile::isUnchanged() const
{
    return sha256Of(requestBody(request)) == statedSha256;
}

QByteArray encodeRequestFile(const Profile &profile, const TokenRequest &request, const QDateTime &exportedAt)
{
    const QByteArray body = requestBody(request);
    return "{\n\"tokenry\": " + jsonString(marker) +
           ",\n\"version\": " + QByteArray::number(RequestFile::version) +
           ",\n\"cluster\": " + encoded(RequestFile::Cluster::of(profile)) +
           ",\n\"exportedAt\": " + jsonString(rfc3339(exportedAt)) +
           ",\n\"fingerprint\": " + jsonString(sha256Of(body)) + ",\n\"request\":\n" + body + "\n}\n";
}

Result<RequestFile, DocumentFault> decodeRequestFile(const QByteArray &json)
{
    const auto text = JsonText::parse(json);
    if (!text)
        return unexpected(text.error());
    const JsonNode &root = text->root();
    JsonReader reader(*text);
    const JsonNode *const kind = reader.find(root, "tokenry");
    if (root.kind != JsonNode::Kind::Object || !kind || kind->text != marker)
        return unexpected(text->faultAt(Kind::OtherDocument, root));
    // Before anything else, as a newer version may have other keys.
    if (reader.integer(root, "version") > RequestFile::version)
        reader.refuse(Kind::NewerVersion, *reader.find(root, "version"));
    reader.allow(root, {"tokenry", "version", "cluster", "exportedAt", "fingerprint", "request"});
    RequestFile::Cluster cluster = clusterIn(reader, root);
    const QDateTime exportedAt = reader.instant(root, "exportedAt");
    const QString stated = fingerprintIn(reader, root);
    const TokenDraft draft = draftIn(reader, root);
    if (reader.fault())
        return unexpected(*reader.fault());
    auto request = TokenRequest::from(draft, exportedAt);
    if (!request) {
        refuseFaults(reader, root, request.error());
        return unexpected(*reader.fault());
    }
    return RequestFile{std::move(cluster), exportedAt, *std::move(request), stated};
}

} // namespace tokenry
