// SPDX-License-Identifier: MIT
#pragma once

#include "window/windowparts.h"

#include <QObject>

class QWidget;

namespace tokenry
{

class Workspace;

/// Adding, editing and removing profiles: opens the dialogs and hands what comes of them to the workspace.
class ProfileActions : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this; \a window is the dialogs' parent.
    ProfileActions(const WindowParts &parts, Workspace &workspace, QWidget *window);

    void add();
    void editCurrent();
    /// Opens what influxctl's configuration holds.
    void import();
    /// Asks first.
    void removeCurrent();

Q_SIGNALS:
    void removeFailed(const tokenry::StorageError &error);

private:
    void open(const std::shared_ptr<ClusterSession> &edited);

    const WindowParts &m_parts;
    Workspace &m_workspace;
    QWidget *m_window;
};

} // namespace tokenry
