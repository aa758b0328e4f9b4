// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/recovery.h"

#include <QObject>

#include <map>
#include <memory>
#include <vector>

namespace tokenry
{

/// The creations that earlier runs (or a review that was left) did not bring to an end, cluster by cluster.
/// Settles in silence what has its secret in the keychain; the rest is told until the person decides.
class Unfinished : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    Unfinished(Ledger &ledger, ManagementApiFactory makeApi, Keychain &keychain, QObject *parent = nullptr);
    ~Unfinished() override;

    /// Looks what there is, without taking anything up. Of profiles that are gone nothing is held any more.
    void survey(const std::vector<Profile> &profiles);
    /// Takes up what is open at the session's cluster; once for each session, and again where something
    /// was left since.
    void takeUp(const std::shared_ptr<ClusterSession> &session);
    /// Goes on with a search that began in Review.
    void goOnWith(std::shared_ptr<Recovery> recovery);

    /// The oldest that the person has to be told of at the session's cluster; null where there is none.
    [[nodiscard]] Recovery *toTell(const ClusterSession &session) const;
    /// How many there are to be told there.
    [[nodiscard]] qsizetype count(const ClusterSession &session) const;
    /// The person has read what became of it.
    void dismiss(const Recovery *recovery);

    /// What was left at other clusters than the session's (null: at any) and is not taken up, as survey()
    /// saw it; oldest first.
    [[nodiscard]] std::vector<LedgerEntry> elsewhere(const ClusterSession *session) const;
    /// Not to be told elsewhere any more before the next start.
    void postpone(const QString &entryId);
    /// The person has looked for the token of one that is told elsewhere: that ends the question.
    void conclude(const QString &entryId, Finding finding);

    /// Records that cannot be used and were not told yet.
    [[nodiscard]] const std::vector<UnusableRecord> &unusable() const { return m_unusable; }
    /// The person has read of them.
    void dismissUnusable();

Q_SIGNALS:
    void changed();

private:
    void add(std::shared_ptr<Recovery> recovery);
    [[nodiscard]] bool isTakenUp(const LedgerEntry &entry) const;

    Ledger &m_ledger;
    const ManagementApiFactory m_makeApi;
    Keychain &m_keychain;
    /// By the profile's slug: for which session the ledger was read.
    std::map<QString, std::weak_ptr<ClusterSession>> m_sessions;
    std::vector<std::shared_ptr<Recovery>> m_recoveries;
    std::vector<LedgerEntry> m_left;
    QSet<QString> m_postponed;
    std::vector<UnusableRecord> m_unusable;
    /// The person has read of them in this run.
    std::vector<UnusableRecord> m_read;
};

} // namespace tokenry
