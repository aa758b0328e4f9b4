// SPDX-License-Identifier: MIT
#include "domain/remedy.h"

namespace tokenry
{

namespace
{

using Row = PermissionSelection::Row;

void nameOneByOne(PermissionSelection &selection, Action action)
{
    if (!selection.allDatabases(action))
        return;
    selection.setAllDatabases(action, false);
    for (Row row = 0; row < selection.catalog().size(); ++row) {
        if (Resource::database(selection.name(row)))
            selection.tick(action, row, true);
    }
}

void untick(PermissionSelection &selection, Action action)
{
    for (Row row = 0; selection.tickedCount(action) > 0; ++row)
        selection.tick(action, row, false);
}

void useName(PermissionSelection &selection, const QString &from, const QString &to)
{
    const auto missing = selection.find(from);
    const auto listed = selection.find(to);
    if (!missing || !selection.isTyped(*missing) || !listed || *listed == *missing)
        return;
    for (const Action action : allActions) {
        if (selection.isTicked(action, *missing))
            selection.tick(action, *listed, true);
    }
    selection.removeTyped(*missing);
}

void removeMissing(PermissionSelection &selection)
{
    // From the last to the first: rows behind a removed one move up.
    for (Row row = selection.rowCount() - 1; row >= selection.catalog().size(); --row) {
        if (selection.isSent(row))
            selection.removeTyped(row);
    }
}

void addRead(PermissionSelection &selection)
{
    for (Row row = 0; selection.bothTickedCount() < selection.tickedCount(Action::Write); ++row) {
        if (selection.isTicked(Action::Write, row))
            selection.tick(Action::Read, row, true);
    }
}

} // namespace

TokenDraft remedied(TokenDraft draft, const Remedy &remedy)
{
    PermissionSelection &selection = draft.permissions;
    switch (remedy.kind) {
    case Remedy::Kind::NameOneByOne:
        nameOneByOne(selection, remedy.action);
        break;
    case Remedy::Kind::ExpireInDays:
        draft.expiry = {ExpiryChoice::Kind::AfterDays, remedy.days, {}};
        break;
    case Remedy::Kind::UseName:
        useName(selection, remedy.from, remedy.to);
        break;
    case Remedy::Kind::RemoveMissing:
        removeMissing(selection);
        break;
    case Remedy::Kind::Describe:
        draft.description = remedy.to;
        break;
    case Remedy::Kind::AllDatabases:
        selection.setAllDatabases(remedy.action, true);
        untick(selection, remedy.action);
        break;
    case Remedy::Kind::UntickNamed:
        untick(selection, remedy.action);
        break;
    case Remedy::Kind::AddRead:
        addRead(selection);
        break;
    }
    return draft;
}

} // namespace tokenry
