// SPDX-License-Identifier: MIT
#include "render/descriptionsuggestion.h"

#include <QStringList>

namespace tokenry
{

namespace
{

QString databasesOf(const PermissionSelection &selection)
{
    if (selection.allDatabases(Action::Read) || selection.allDatabases(Action::Write))
        return QStringLiteral("all databases");
    const auto count = selection.tickedRowCount();
    // Two are named; three, where the third would be the only one left out.
    const auto named = count == 3 ? 3 : qMin<PermissionSelection::Row>(count, 2);
    QStringList names;
    for (PermissionSelection::Row row = 0; names.size() < named; ++row) {
        if (selection.isTicked(row))
            names += selection.name(row);
    }
    QString text = names.takeFirst();
    const QString last = count > names.size() + 1 ? QStringLiteral("%1 more").arg(count - names.size() - 1)
                         : names.isEmpty()        ? QString()
                                                  : names.takeLast();
    for (const QString &name : names)
        text += QLatin1String(", ") + name;
    return last.isEmpty() ? text : text + QLatin1String(" and ") + last;
}

} // namespace

QString descriptionSuggestion(const PermissionSelection &selection)
{
    if (selection.isEmpty())
        return {};
    QStringList actions;
    for (const Action action : {Action::Write, Action::Read}) {
        const QLatin1String word(action == Action::Write ? "write " : "read ");
        if (selection.allDatabases(action))
            actions += word + QLatin1String("all");
        else if (const auto count = selection.tickedCount(action); count > 0)
            actions += word + QString::number(count);
    }
    return databasesOf(selection) + QStringLiteral(" – ") + actions.join(QLatin1String(", "));
}

} // namespace tokenry
