// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ledgerentry.h"

namespace tokenry::test
{

/// A creation with everything that is awkward in text.
inline LedgerEntry reviewedEntry()
{
    LedgerEntry entry;
    entry.profileSlug = QStringLiteral("prod-eu");
    entry.profileName = QStringLiteral("Prod EU");
    entry.accountId = QStringLiteral("11111111-1111-4111-8111-111111111111");
    entry.clusterId = QStringLiteral("33333333-3333-4333-8333-333333333333");
    entry.origin = QStringLiteral("https://console.influxdata.com");
    entry.description = QStringLiteral("Telegraf \"west\"\n\u202e{}\\ \U0001F511");
    entry.permissions = PermissionSet({{*Resource::database(QStringLiteral("tele/graf")), Action::Write},
                                       {Resource::allDatabases(), Action::Read}});
    entry.expiry = Expiry::at(QDateTime({2027, 2, 23}, {9, 0}, Qt::UTC));
    entry.reviewedAt = QDateTime({2026, 11, 23}, {9, 0, 1, 250}, Qt::UTC);
    entry.knownBefore = QStringList{QStringLiteral("22222222-0000-4000-8000-000000000000")};
    return entry;
}

inline ledger::Sending sending()
{
    return {QDateTime({2026, 11, 23}, {9, 5, 0, 125}, Qt::UTC),
            KeychainItem{QStringLiteral("tokenry/prod-eu/telegraf"), QStringLiteral("telegraf")},
            QStringList()};
}

inline ledger::Answered answered()
{
    return {QStringLiteral("55555555-5555-4555-8555-555555555555"), QByteArrayLiteral("00112233aabbccdd")};
}

} // namespace tokenry::test
