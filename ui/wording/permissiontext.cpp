// SPDX-License-Identifier: MIT
#include "wording/permissiontext.h"

#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QLocale>

namespace tokenry
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(permissiontext)
};

QString everyDatabase(Action action)
{
    return action == Action::Write ? Words::tr("Can write EVERY database, future ones too.")
                                   : Words::tr("Can read EVERY database, future ones too.");
}

/// \a first are the first two names (or fewer) of \a count.
QString named(Action action, const QStringList &first, qsizetype count)
{
    if (count == 0)
        return {};
    QString names = visibleText(first[0]);
    if (count == 2)
        names = Words::tr("%1 and %2", "two databases").arg(names, visibleText(first[1]));
    if (count > 2) {
        names = Words::tr("%1, %2 and %3 more", "two databases and how many more")
                    .arg(names, visibleText(first[1]), QLocale::c().toString(count - 2));
    }
    return (action == Action::Write ? Words::tr("Can write %1.") : Words::tr("Can read %1.")).arg(names);
}

template <class Permissions>
QString bothActions(const Permissions &permissions)
{
    const QString writes = permissionText(permissions, Action::Write);
    const QString reads = permissionText(permissions, Action::Read);
    if (writes.isEmpty() && reads.isEmpty())
        return nothingPermittedText();
    return writes.isEmpty() || reads.isEmpty() ? writes + reads : writes + u' ' + reads;
}

} // namespace

QString permissionText(const PermissionSelection &selection, Action action)
{
    if (selection.allDatabases(action))
        return everyDatabase(action);
    const auto count = selection.tickedCount(action);
    QStringList first;
    for (PermissionSelection::Row row = 0; first.size() < qMin<qsizetype>(count, 2); ++row) {
        if (selection.isTicked(action, row))
            first += selection.name(row);
    }
    return named(action, first, count);
}

QString permissionText(const PermissionSet &permissions, Action action)
{
    if (permissions.permitsAllDatabases(action))
        return everyDatabase(action);
    const QStringList names = permissions.databases(action);
    return named(action, names.mid(0, 2), names.size());
}

QString summaryText(const PermissionSelection &selection)
{
    return bothActions(selection);
}

QString summaryText(const PermissionSet &permissions)
{
    return bothActions(permissions);
}

QString nothingPermittedText()
{
    return Words::tr("Nothing is permitted yet.");
}

} // namespace tokenry
