// SPDX-License-Identifier: MIT
#pragma once

#include "window/windowparts.h"
#include "wire/requestfile.h"
#include "wording/errortext.h"

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
    /// For the cluster of a creation that was left without a profile.
    void addForLeft(const LedgerEntry &left);
    void editCurrent();
    /// Opens what influxctl's configuration holds.
    void import();
    /// Asks first.
    void removeCurrent();

Q_SIGNALS:
    void removeFailed(const tokenry::StorageError &error);

private:
    void addKnown(const Profile &known, const ErrorText &note);
    /// Creations that no profile would be for any more.
    [[nodiscard]] std::vector<LedgerEntry> leftWithout(const Profile &removed) const;
    ProfileDialog *open(const std::shared_ptr<ClusterSession> &edited);

    const WindowParts &m_parts;
    Workspace &m_workspace;
    QWidget *m_window;
};

} // namespace tokenry
