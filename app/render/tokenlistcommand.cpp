// SPDX-License-Identifier: MIT
#include "render/tokenlistcommand.h"

#include "render/influxctlflags.h"

namespace tokenry
{

QString tokenListCommand(const LedgerEntry &entry)
{
    return QStringLiteral("influxctl %1 token list").arg(clusterFlags(addressOf(entry)).join(u' '));
}

} // namespace tokenry
