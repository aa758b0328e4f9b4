// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/unfinished.h"

#include <QWidget>

#include <memory>

namespace tokenry
{

class MessageBar;
class RecoveryPanel;

/// Tells, in a cluster's place, of its creations that were not finished, one after another.
class UnfinishedBar : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive this.
    UnfinishedBar(Ledger &ledger, ManagementApiFactory makeApi, Keychain &keychain,
                  QWidget *parent = nullptr);

    /// Tells of that session's cluster from now on, as soon as it was tried to be read; null: of none.
    void follow(const std::shared_ptr<ClusterSession> &session);
    /// Goes on with a search that began in Review.
    void goOnWith(const std::shared_ptr<Recovery> &recovery) { m_unfinished.goOnWith(recovery); }

private:
    void refresh();

    Unfinished m_unfinished;
    std::shared_ptr<ClusterSession> m_session;
    RecoveryPanel *m_panel;
    MessageBar *m_unusable;
};

} // namespace tokenry
