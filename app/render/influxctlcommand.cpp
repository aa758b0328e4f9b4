// SPDX-License-Identifier: MIT
#include "render/influxctlcommand.h"

#include "render/influxctlflags.h"
#include "render/shellquote.h"
#include "wire/instant.h"

#include <QStringList>

namespace tokenry
{

QString influxctlCommand(const ClusterAddress &address, const TokenRequest &request)
{
    QStringList lines{QStringLiteral("influxctl")};
    lines += clusterFlags(address);
    lines += QStringLiteral("token create");
    for (const Permission &permission : request.permissions().permissions()) {
        const QLatin1String flag(permission.action == Action::Read ? "--read-database "
                                                                   : "--write-database ");
        lines += flag + shellQuoted(permission.resource.name());
    }
    if (!request.expiry().isNever())
        lines += QLatin1String("--expires-at ") + shellQuoted(rfc3339(request.expiry().instant()));
    const QLatin1String endOfFlags(request.description().startsWith(QLatin1Char('-')) ? "-- " : "");
    lines += endOfFlags + shellQuoted(request.description());
    return lines.join(QLatin1String(" \\\n  "));
}

} // namespace tokenry
