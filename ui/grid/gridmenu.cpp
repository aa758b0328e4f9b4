// SPDX-License-Identifier: MIT
#include "grid/gridmenu.h"

#include "grid/permissiongrid.h"
#include "wording/visibletext.h"

#include <QMenu>

#include <algorithm>

namespace tokenry
{

namespace
{

QAction *addToggle(QMenu *menu, const QString &text, bool checked, bool enabled)
{
    QAction *const action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(checked);
    action->setEnabled(enabled);
    return action;
}

} // namespace

QMenu *gridMenu(PermissionGrid &grid, const DatabaseTable &model)
{
    auto *const menu = new QMenu(&grid);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const PermissionSelection &selection = model.selection();
    const auto free = [&](Action action) {
        return !selection.allDatabases(action);
    };
    const bool reads = grid.areTicked(Action::Read);
    const bool writes = grid.areTicked(Action::Write);
    // The part after the tab is shown as the key.
    QAction *const read =
        addToggle(menu, PermissionGrid::tr("Read") + QStringLiteral("\tR"), reads, free(Action::Read));
    QAction *const write =
        addToggle(menu, PermissionGrid::tr("Write") + QStringLiteral("\tW"), writes, free(Action::Write));
    QAction *const both = addToggle(menu, PermissionGrid::tr("Read and write") + QStringLiteral("\tB"),
                                    reads && writes, free(Action::Read) || free(Action::Write));
    QObject::connect(read, &QAction::triggered, &grid, [&grid] { grid.toggle(Action::Read); });
    QObject::connect(write, &QAction::triggered, &grid, [&grid] { grid.toggle(Action::Write); });
    QObject::connect(both, &QAction::triggered, &grid, &PermissionGrid::toggleBoth);

    menu->addSeparator();
    const auto rows = grid.chosen();
    QAction *const forget =
        menu->addAction(PermissionGrid::tr("Remove typed name") + QStringLiteral("\tDel"));
    forget->setEnabled(std::ranges::any_of(rows, [&](auto row) { return selection.isTyped(row); }));
    QObject::connect(forget, &QAction::triggered, &grid, &PermissionGrid::forgetTyped);
    const QString near = onButton(visibleText(grid.nearName(), 40));
    QAction *const use = menu->addAction(near.isEmpty() ? PermissionGrid::tr("Use the name that is meant")
                                                        : PermissionGrid::tr("Use %1 instead").arg(near));
    use->setEnabled(!near.isEmpty());
    QObject::connect(use, &QAction::triggered, &grid, &PermissionGrid::useNearName);
    QAction *const paste = menu->addAction(PermissionGrid::tr("Paste names…") + QStringLiteral("\tCtrl+V"));
    QObject::connect(paste, &QAction::triggered, &grid, &PermissionGrid::pasteWanted);
    QAction *const all = menu->addAction(PermissionGrid::tr("Select all rows") + QStringLiteral("\tCtrl+A"));
    QObject::connect(all, &QAction::triggered, &grid, &QTableView::selectAll);
    return menu;
}

} // namespace tokenry
