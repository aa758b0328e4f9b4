// SPDX-License-Identifier: MIT
#include "render/managementtokencommand.h"

#include "render/influxctlflags.h"
#include "render/shellquote.h"

namespace tokenry
{

QString managementTokenCommand(const Profile &profile)
{
    return QStringLiteral("influxctl %1 management create --description %2")
        .arg(accountFlag(profile.address), shellQuoted(QLatin1String("Tokenry for ") + profile.name));
}

} // namespace tokenry
