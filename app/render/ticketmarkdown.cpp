// SPDX-License-Identifier: MIT
#include "render/ticketmarkdown.h"

#include "render/unseen.h"
#include "wire/calls.h"
#include "wire/fingerprint.h"
#include "wire/instant.h"

#include <QLocale>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>

namespace tokenry
{

namespace
{

/// The text as code within a table. A backtick, a bar or a backslash would end the code or the cell in one
/// dialect or another; then all that is no letter or digit is written as a number of HTML, within <code>.
QString code(const QString &text)
{
    const QString shown = unseenSpelledOut(text);
    const bool edges = shown.startsWith(u' ') || shown.endsWith(u' ');
    if (!shown.isEmpty() && !edges && !shown.contains(u'`') && !shown.contains(u'|') &&
        !shown.contains(u'\\'))
        return u'`' + shown + u'`';
    QString encoded;
    for (const QChar unit : shown) {
        const bool special = unit.unicode() < 0x80 && !unit.isLetterOrNumber();
        encoded += special ? QStringLiteral("&#%1;").arg(unit.unicode()) : QString(unit);
    }
    return QLatin1String("<code>") + encoded + QLatin1String("</code>");
}

QString row(const QStringList &cells)
{
    return QLatin1String("| ") + cells.join(QLatin1String(" | ")) + QLatin1String(" |\n");
}

QString expiryText(const Expiry &expiry, const QDateTime &now)
{
    if (expiry.isNever())
        return QStringLiteral("**never**");
    const QDateTime here = expiry.instant().toTimeZone(now.timeZone());
    // A time zone's name may hold an underscore.
    return QLocale::c().toString(here, QStringLiteral("ddd yyyy-MM-dd HH:mm")) + u' ' +
           code(QString::fromLatin1(here.timeZone().id())) + QLatin1String(" = ") + rfc3339(expiry.instant());
}

/// What tells the cluster from all others: InfluxDB Clustered has no IDs of its own.
QString whichCluster(const ClusterAddress &address)
{
    if (address.product == Product::Clustered)
        return row({QStringLiteral("Host"), code(address.managementOrigin())});
    return row({QStringLiteral("Cluster ID"), code(address.clusterId)}) +
           row({QStringLiteral("Account ID"), code(address.accountId)});
}

QString count(const PermissionSet &permissions, Action action)
{
    const QString verb = action == Action::Write ? QStringLiteral("write ") : QStringLiteral("read ");
    if (permissions.permitsAllDatabases(action))
        return verb + QLatin1String("**every database, future ones too**");
    const qsizetype databases = permissions.databases(action).size();
    return verb + (databases == 0   ? QStringLiteral("none")
                   : databases == 1 ? QStringLiteral("1 database")
                                    : QStringLiteral("%1 databases").arg(databases));
}

QString permissionsTable(const PermissionSet &permissions)
{
    if (permissions.isEmpty())
        return QStringLiteral("No access to any database.\n");
    std::vector<PermissionSet::Row> rows = permissions.rows();
    std::ranges::stable_partition(
        rows, [](const PermissionSet::Row &each) { return each.write || each.resource.isAllDatabases(); });
    QString table = QLatin1String("May ") + count(permissions, Action::Write) + QLatin1String("; ") +
                    count(permissions, Action::Read) + QLatin1String(".\n\n") +
                    row({QStringLiteral("Database"), QStringLiteral("Write"), QStringLiteral("Read")}) +
                    QLatin1String("|---|---|---|\n");
    for (const PermissionSet::Row &each : rows) {
        const bool all = each.resource.isAllDatabases();
        table += row({code(each.resource.name()) + QLatin1String(all ? " every database" : ""),
                      each.write ? QStringLiteral("**write**") : QStringLiteral("–"),
                      each.read ? QStringLiteral("read") : QStringLiteral("–")});
    }
    return table;
}

} // namespace

QString ticketMarkdown(const Profile &profile, const QString &environment, const TokenRequest &request,
                       const QDateTime &now)
{
    const QString sha256 = sha256Of(requestBody(request));
    return row({QStringLiteral("Token request"),
                QLatin1String("short fingerprint ") + code(shortFingerprint(sha256))}) +
           QLatin1String("|---|---|\n") + row({QStringLiteral("Description"), code(request.description())}) +
           row({QStringLiteral("Cluster"), code(profile.name) + u' ' + environment}) +
           whichCluster(profile.address) +
           row({QStringLiteral("Expires"), expiryText(request.expiry(), now)}) +
           row({QStringLiteral("SHA-256"), code(sha256)}) + u'\n' + permissionsTable(request.permissions()) +
           QLatin1String("\nTo approve, quote the SHA-256 in full: it covers description, expiry and "
                         "permissions. Check the cluster beside it.\n");
}

} // namespace tokenry
