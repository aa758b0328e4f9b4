// SPDX-License-Identifier: MIT
#include "render/managementtokencommand.h"

#include "render/shellquote.h"

namespace tokenry
{

QString managementTokenCommand(const Profile &profile)
{
    const ClusterAddress &address = profile.address;
    // Flags of influxctl itself come before the command. Clustered has no accounts to name.
    const QString where =
        address.product == Product::Clustered
            ? QStringLiteral("--profile \"${PROFILE:?set it to the influxctl profile of this cluster}\"")
            : QLatin1String("--account ") + shellQuoted(address.accountId);
    return QStringLiteral("influxctl %1 management create --description %2")
        .arg(where, shellQuoted(QLatin1String("Tokenry for ") + profile.name));
}

} // namespace tokenry
