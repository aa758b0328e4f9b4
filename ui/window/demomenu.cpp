// SPDX-License-Identifier: MIT
#include "window/demomenu.h"

#include "common/menubutton.h"
#include "window/demostarter.h"
#include "window/workspace.h"
#include "wording/demotext.h"
#include "wording/visibletext.h"

#include <QActionGroup>
#include <QMenu>

namespace tokenry
{

namespace
{

/// A database that is going to be permitted, so that its end is noticed; else the first there is.
QString victimOf(const PermissionSelection &selection)
{
    for (DatabaseCatalog::Row row = 0; row < selection.catalog().size(); ++row) {
        if (selection.isTicked(Action::Read, row) || selection.isTicked(Action::Write, row))
            return selection.name(row);
    }
    return selection.catalog().size() > 0 ? selection.name(0) : QString();
}

} // namespace

DemoMenu::DemoMenu(DemoStarter &demo, const Workspace &workspace, QWidget *parent)
    : QToolButton(parent), m_demo(demo), m_workspace(workspace), m_menu(new QMenu(this))
{
    setAccessibleName(tr("Demo"));
    setFocusPolicy(Qt::TabFocus);
    m_menu->setToolTipsVisible(true);
    addFaults();
    addChanges();
    m_menu->addSeparator();
    m_readOnly = m_menu->addAction(tr("Use a management token that may not create"));
    m_readOnly->setCheckable(true);
    connect(m_readOnly, &QAction::triggered, this, [this](bool on) {
        m_demo.setMayOnlyRead(on);
        refresh();
    });
    connect(&m_demo, &DemoStarter::armedChanged, this, &DemoMenu::refresh);
    connect(m_menu, &QMenu::aboutToShow, this, &DemoMenu::refresh);
    showOnClick(*this, *m_menu);
    refresh();
}

void DemoMenu::addFaults()
{
    m_menu->addAction(tr("The next Create token…"))->setEnabled(false);
    auto *const group = new QActionGroup(m_menu);
    const auto add = [&](DemoFault fault) {
        QAction *const action = m_menu->addAction(textFor(fault));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, fault] { m_demo.arm(fault); });
        m_faults[fault] = action;
    };
    add(DemoFault::None);
    for (const DemoFault fault : allDemoFaults)
        add(fault);
}

void DemoMenu::addChanges()
{
    using Kind = DemoChange::Kind;
    m_menu->addSeparator();
    m_menu->addAction(tr("Now, behind Tokenry's back:"))->setEnabled(false);
    for (const Kind kind : {Kind::DeleteDatabase, Kind::AddDatabase, Kind::AddToken}) {
        QAction *const action = m_menu->addAction(QString());
        connect(action, &QAction::triggered, this, [this, kind] {
            const DemoChange change = changeOf(kind);
            m_added += kind == Kind::AddDatabase ? 1 : 0;
            m_demo.change(change);
        });
        m_changes[kind] = action;
    }
}

DemoChange DemoMenu::changeOf(DemoChange::Kind kind) const
{
    const Workspace::Desk *const desk = m_workspace.current();
    if (!desk)
        return {kind, {}};
    switch (kind) {
    case DemoChange::Kind::DeleteDatabase:
        return {kind, victimOf(desk->editor->selection())};
    case DemoChange::Kind::AddDatabase:
        return {kind, QStringLiteral("added_meanwhile_%1").arg(m_added + 1)};
    case DemoChange::Kind::AddToken:
        return {kind, desk->editor->draft().description.trimmed()};
    }
    return {kind, {}};
}

void DemoMenu::refresh()
{
    const DemoFault armed = m_demo.armed();
    for (const auto &[fault, action] : m_faults) {
        action->setChecked(fault == armed);
        action->setEnabled(m_demo.isRunning());
    }
    m_readOnly->setChecked(m_demo.mayOnlyRead());
    m_readOnly->setEnabled(m_demo.isRunning());
    refreshChanges();

    QStringList said;
    QStringList means;
    if (armed != DemoFault::None) {
        said << shortTextFor(armed);
        means << tr("Armed: the next Create token… %1. Once.").arg(textFor(armed).toLower());
    }
    if (m_demo.mayOnlyRead()) {
        said << readOnlyTokenInShort();
        means << tr("The management token in use may not create, until this is chosen again.");
    }
    setText(said.isEmpty() ? tr("Demo ▾") : tr("Demo: %1 ▾").arg(said.join(QLatin1String(", "))));
    setToolTip(means.isEmpty() ? tr("Have a demo cluster do wrong, to see what Tokenry says")
                               : means.join(u'\n'));
    setAccessibleDescription(toolTip());
}

void DemoMenu::refreshChanges()
{
    for (const auto &[kind, action] : m_changes) {
        const DemoChange change = changeOf(kind);
        const bool possible = !change.name.isEmpty();
        action->setEnabled(m_demo.isRunning() && possible);
        action->setText(possible ? onButton(textFor(change))
                        : kind == DemoChange::Kind::AddToken
                            ? tr("Add a token with the same description (type one first)")
                            : tr("Delete a database (there is none)"));
    }
}

} // namespace tokenry
