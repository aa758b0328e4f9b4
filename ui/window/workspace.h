// SPDX-License-Identifier: MIT
#pragma once

#include "base/secret.h"
#include "journeys/clustersession.h"
#include "models/drafteditor.h"
#include "ports/profilestore.h"

#include <QObject>

#include <map>
#include <memory>
#include <vector>

namespace tokenry
{

/// Which profiles there are, which one is current, and what each has open: its session with the cluster and
/// its draft. A profile keeps both while another is current.
class Workspace : public QObject
{
    Q_OBJECT

public:
    struct Desk
    {
        std::shared_ptr<ClusterSession> session;
        /// Lives as long as the profile, also when the session is replaced.
        std::unique_ptr<DraftEditor> editor;
    };

    /// Whether saving a profile put a management token into the keychain.
    enum class TokenKept { AsBefore, Anew };

    Workspace(ProfileStore &store, ClusterSessionFactory makeSession, QObject *parent = nullptr);
    ~Workspace() override;

    /// Reads the profile files. Opens nothing.
    void load();
    [[nodiscard]] const std::vector<Profile> &profiles() const { return m_profiles; }
    /// Files left out by load(), with the reasons.
    [[nodiscard]] const std::vector<StorageError> &broken() const { return m_broken; }

    /// From now on the current profile's cluster is read; nothing was sent and no keychain touched before.
    void start();
    /// Whether there is such a profile.
    bool show(const QString &slug);
    /// Null while there is no profile.
    [[nodiscard]] const Desk *current() const;
    /// Null where the profile is not open.
    [[nodiscard]] const Desk *desk(const QString &slug) const;
    [[nodiscard]] QString currentSlug() const { return m_current; }

    /// Takes in a profile that was saved, new or changed, and shows it. Its session begins anew; its draft
    /// stays.
    void adopt(const Profile &profile, Secret sessionToken, TokenKept tokenKept = TokenKept::AsBefore);
    /// Takes in profiles that were saved, and shows the first of them.
    void add(const std::vector<Profile> &profiles);
    /// Reads the current cluster anew, and first the profile's CA file, in case it was put right or replaced.
    void reload();
    /// The keychain was unlocked: reads whatever was kept from being read.
    void reloadLocked();
    /// Takes in a profile for this session without showing it: its cluster is not read before it is shown.
    void include(const Profile &profile, Secret sessionToken);
    /// Removes the file and what was open. The keychain keeps what is there.
    [[nodiscard]] Result<Done, StorageError> remove(const QString &slug);

Q_SIGNALS:
    void profilesChanged();
    /// The profile's desk was made, nothing on it yet; and it was taken away with the profile.
    void deskOpened(const QString &slug);
    void deskRemoved(const QString &slug);
    /// Another profile, or another session of the same.
    void currentChanged();
    /// The current session's state.
    void sessionChanged();

private:
    Desk &openDesk(const Profile &profile);
    Desk &takeIn(const Profile &profile, Secret sessionToken, TokenKept tokenKept);
    void renewSession(Desk &desk, const Profile &profile, TokenKept tokenKept);
    void takeSessionToken(const Desk &desk);
    void shareSessionToken(const Desk &desk);
    void useKeychain(const ClusterAddress &address);
    void follow(Desk &desk);
    void sortProfiles();

    ProfileStore &m_store;
    ClusterSessionFactory m_makeSession;
    std::vector<Profile> m_profiles;
    std::vector<StorageError> m_broken;
    std::map<QString, Desk> m_desks;
    QString m_current;
    bool m_started = false;
};

} // namespace tokenry
