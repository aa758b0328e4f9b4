// SPDX-License-Identifier: MIT
#include "domain/answerdifference.h"

namespace tokenry
{

namespace
{

using Kind = AnswerDifference::Kind;

QString wireName(const Permission &permission)
{
    return (permission.action == Action::Read ? QStringLiteral("read ") : QStringLiteral("write ")) +
           permission.resource.name();
}

QString wireTime(const QDateTime &instant)
{
    return instant.isValid() ? instant.toUTC().toString(Qt::ISODate) : QStringLiteral("?");
}

bool sameId(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

void comparePermissions(std::vector<AnswerDifference> &found, const PermissionSet &asked, const Token &answer)
{
    // Looked for one by one only where it is not as it nearly always is.
    const bool same = asked == answer.permissions;
    for (const Permission &permission : answer.permissions.permissions()) {
        if (!same && !asked.contains(permission))
            found.push_back({Kind::PermissionAdded, {}, wireName(permission)});
    }
    for (const UnknownPermission &unknown : answer.unknownPermissions)
        found.push_back({Kind::UnknownPermission, {}, unknown.action + u' ' + unknown.resource});
    for (const Permission &permission : asked.permissions()) {
        if (!same && !answer.permissions.contains(permission))
            found.push_back({Kind::PermissionMissing, wireName(permission), {}});
    }
}

} // namespace

std::vector<AnswerDifference> differences(const TokenRequest &request, const ClusterAddress &address,
                                          const Token &answer, const QSet<QString> &idsBefore)
{
    std::vector<AnswerDifference> found;
    if (idsBefore.contains(answer.id))
        found.push_back({Kind::ExistedBefore, {}, answer.id});
    comparePermissions(found, request.permissions(), answer);

    if (answer.description != request.description())
        found.push_back({Kind::Description, request.description(), answer.description});

    // Servers may answer with fractions of a second; the instant asked for has none. An expiry that could not
    // be read is there all the same.
    const QString asked = request.expiry().isNever() ? QString() : wireTime(request.expiry().instant());
    const QString answered = answer.expiresAt ? wireTime(*answer.expiresAt) : QString();
    if (asked != answered)
        found.push_back({Kind::Expiry, asked, answered});

    // An address of InfluxDB Clustered may have no IDs to compare with.
    if (!answer.accountId.isEmpty() && !address.accountId.isEmpty() &&
        !sameId(answer.accountId, address.accountId))
        found.push_back({Kind::Account, address.accountId, answer.accountId});
    if (!answer.clusterId.isEmpty() && !address.clusterId.isEmpty() &&
        !sameId(answer.clusterId, address.clusterId))
        found.push_back({Kind::Cluster, address.clusterId, answer.clusterId});
    if (answer.revokedAt)
        found.push_back({Kind::AlreadyRevoked, {}, wireTime(*answer.revokedAt)});
    return found;
}

} // namespace tokenry
