// SPDX-License-Identifier: MIT
#include "render/tokenlistcommand.h"

#include "render/shellquote.h"

namespace tokenry
{

QString tokenListCommand(const LedgerEntry &entry)
{
    // Flags of influxctl itself come before the command. Clustered has no IDs to name.
    const QString where =
        entry.accountId.isEmpty() || entry.clusterId.isEmpty()
            ? QStringLiteral("--profile \"${PROFILE:?set it to the influxctl profile of this cluster}\"")
            : QStringLiteral("--account %1 --cluster %2")
                  .arg(shellQuoted(entry.accountId), shellQuoted(entry.clusterId));
    return QStringLiteral("influxctl %1 token list").arg(where);
}

} // namespace tokenry
