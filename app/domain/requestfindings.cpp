// SPDX-License-Identifier: MIT
#include "domain/requestfindings.h"

#include <algorithm>

namespace tokenry
{

QStringList missingOf(const PermissionSet &permissions, const DatabaseCatalog &databases)
{
    QStringList missing;
    for (const PermissionSet::Row &row : permissions.rows()) {
        if (!row.resource.isAllDatabases() && !databases.find(row.resource.name()))
            missing += row.resource.name();
    }
    return missing;
}

RequestFindings findingsOf(const TokenRequest &request, const QDateTime &exportedAt,
                           const DatabaseCatalog *databases, const QDateTime &now)
{
    RequestFindings findings;
    findings.listKnown = databases != nullptr;
    if (databases)
        findings.missing = missingOf(request.permissions(), *databases);
    // As much as the server's clock and the sender's may differ.
    constexpr qint64 tolerated = 60;
    findings.fromFuture = now.secsTo(exportedAt) > tolerated;
    const Expiry &expiry = request.expiry();
    if (expiry.isNever())
        return findings;
    findings.expired = expiry.instant() <= now;
    const qint64 lifetime = exportedAt.secsTo(expiry.instant());
    findings.aged = !findings.expired && exportedAt.secsTo(now) * 5 >= lifetime;
    return findings;
}

ExpiryChoice renewedExpiry(const Expiry &expiry, const QDateTime &exportedAt)
{
    ExpiryChoice choice;
    if (expiry.isNever()) {
        choice.kind = ExpiryChoice::Kind::Never;
        return choice;
    }
    constexpr qint64 day = 24 * 60 * 60;
    // From Friday noon to Monday at 10:00, and an hour of summer time.
    constexpr qint64 longestWait = 3 * day + 60 * 60;
    const qint64 lifetime = exportedAt.secsTo(expiry.instant());
    const auto &usual = ExpiryChoice::usualDays;
    const auto chosen = std::ranges::find_if(usual, [&](int days) {
        return lifetime >= days * day - 60 * 60 && lifetime <= days * day + longestWait;
    });
    choice.days = chosen != usual.end() ? *chosen : static_cast<int>(std::max<qint64>(1, lifetime / day));
    return choice;
}

} // namespace tokenry
