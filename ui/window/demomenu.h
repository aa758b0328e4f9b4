// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/democontrol.h"

#include <QToolButton>

#include <map>

class QAction;
class QActionGroup;
class QMenu;

namespace tokenry
{

class DemoStarter;
class Workspace;

/// The Demo button: what the next creation on the demo clusters meets, what happens to the current one behind
/// one's back, and which management token is used. Says on itself what is armed.
class DemoMenu : public QToolButton
{
    Q_OBJECT

public:
    /// Both outlive this.
    DemoMenu(DemoStarter &demo, const Workspace &workspace, QWidget *parent = nullptr);

private:
    void addFaults();
    void addChanges();
    void refresh();
    void refreshChanges();
    /// Of the current profile; no name where there is nothing to do it to.
    [[nodiscard]] DemoChange changeOf(DemoChange::Kind kind) const;

    DemoStarter &m_demo;
    const Workspace &m_workspace;
    QMenu *m_menu;
    std::map<DemoFault, QAction *> m_faults;
    std::map<DemoChange::Kind, QAction *> m_changes;
    QAction *m_readOnly;
    int m_added = 0;
};

} // namespace tokenry
