// SPDX-License-Identifier: MIT
#pragma once

#include "ports/draftstore.h"

#include <QObject>
#include <QTimer>

#include <set>

namespace tokenry
{

class Workspace;

/// Brings each profile's draft back when the profile is opened, and keeps it on the disk as it changes: a
/// moment after a change, and at the end. Not the demo cluster's.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this, the workspace until the last flush().
    DraftKeeper(DraftStore &store, Workspace &workspace, QObject *parent = nullptr);

    /// Writes what has changed now.
    void flush();

Q_SIGNALS:
    void failed(const QString &slug, const tokenry::DraftError &error);

private:
    void bringBack(const QString &slug);
    void forget(const QString &slug);

    DraftStore &m_store;
    Workspace &m_workspace;
    QTimer m_soon;
    std::set<QString> m_changed;
    /// Said once, until keeping works again.
    bool m_complained = false;
};

} // namespace tokenry
