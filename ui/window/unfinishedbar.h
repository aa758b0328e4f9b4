// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/unfinished.h"

#include <QWidget>

#include <memory>

namespace tokenry
{

class ElsewhereBar;
class MessageBar;
class RecoveryPanel;

/// Tells, in a cluster's place, of its creations that were not finished, one after another, and that some
/// were left elsewhere.
class UnfinishedBar : public QWidget
{
    Q_OBJECT

public:
    /// All outlive this.
    UnfinishedBar(Ledger &ledger, ManagementApiFactory makeApi, Keychain &keychain, const Clock &clock,
                  QWidget *parent = nullptr);

    /// The profiles there are. Nothing is read from the ledger before start().
    void setProfiles(const std::vector<Profile> &profiles);
    void start();
    /// Tells of that session's cluster from now on, as soon as it was tried to be read; null: of none.
    void follow(const std::shared_ptr<ClusterSession> &session);
    /// Tells of nothing until follow() is called next.
    void pause();
    /// Goes on with a search that began in Review.
    void goOnWith(const std::shared_ptr<Recovery> &recovery) { m_unfinished.goOnWith(recovery); }

Q_SIGNALS:
    /// The person wants to see what was left on that profile's cluster, or on one without a profile.
    void profileWanted(const QString &slug);
    void newProfileWanted(const tokenry::LedgerEntry &entry);

private:
    void refresh();

    Unfinished m_unfinished;
    std::vector<Profile> m_profiles;
    std::shared_ptr<ClusterSession> m_session;
    /// Seen being read.
    std::weak_ptr<ClusterSession> m_tried;
    bool m_started = false;
    bool m_paused = false;
    RecoveryPanel *m_panel;
    ElsewhereBar *m_elsewhere;
    MessageBar *m_unusable;
};

} // namespace tokenry
