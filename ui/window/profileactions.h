// SPDX-License-Identifier: MIT
#pragma once

#include "window/windowparts.h"
#include "wire/requestfile.h"

#include <QObject>

class QWidget;

namespace tokenry
{

class ProfileDialog;
class Workspace;

/// Adding, editing and removing profiles: opens the dialogs and hands what comes of them to the workspace.
class ProfileActions : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this; \a window is the dialogs' parent.
    ProfileActions(const WindowParts &parts, Workspace &workspace, QWidget *window);

    void add();
    /// With what a request file says of its cluster filled in.
    void addFor(const RequestFile::Cluster &cluster, const QString &fileName);
    void editCurrent();
    /// Opens what influxctl's configuration holds.
    void import();
    /// Asks first.
    void removeCurrent();

Q_SIGNALS:
    void removeFailed(const tokenry::StorageError &error);

private:
    ProfileDialog *open(const std::shared_ptr<ClusterSession> &edited);

    const WindowParts &m_parts;
    Workspace &m_workspace;
    QWidget *m_window;
};

} // namespace tokenry
