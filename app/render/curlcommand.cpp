// SPDX-License-Identifier: MIT
#include "render/curlcommand.h"

#include "render/shellquote.h"
#include "wire/calls.h"

#include <QStringList>

namespace tokenry
{

QString curlCommand(const ClusterAddress &address, const EncodedCall &call)
{
    const QString method = QString::fromLatin1(call.method);
    QStringList lines{
        QStringLiteral("curl --request %1 %2")
            .arg(method, singleQuoted(QString::fromLatin1(encodedUrl(address, call)))),
        QStringLiteral("--header 'Accept: application/json'"),
        // In double quotes: the one thing the shell is to put in.
        QStringLiteral(R"(--header "Authorization: Bearer $MANAGEMENT_TOKEN")"),
    };
    if (!address.authority.file.isEmpty())
        lines += QLatin1String("--cacert ") + singleQuoted(address.authority.file);
    if (!call.body.isEmpty()) {
        lines += QStringLiteral("--header 'Content-Type: application/json'");
        // --data-raw, as --data would take a leading @ for a file's name.
        lines += QLatin1String("--data-raw ") + singleQuoted(QString::fromUtf8(call.body));
    }
    return lines.join(QLatin1String(" \\\n  "));
}

} // namespace tokenry
