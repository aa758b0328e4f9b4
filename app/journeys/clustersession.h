// SPDX-License-Identifier: MIT
#pragma once

#include "domain/access.h"
#include "domain/profile.h"
#include "journeys/managementcredential.h"
#include "ports/clock.h"
#include "ports/managementapi.h"

#include <QDeadlineTimer>
#include <QMultiHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>
#include <variant>

namespace tokenry
{

/// One profile's work with its cluster: its API, its management token, its databases and who has
/// access to them. Shared by the window and by running journeys, so that switching profiles cannot redirect a
/// late answer.
class ClusterSession : public QObject
{
    Q_OBJECT

public:
    /// Why the databases could not be read (again); those read before stay.
    using Problem = std::variant<CredentialError, ApiError>;

    /// Asking again by itself.
    struct Retry
    {
        /// From 1 to mostRetries.
        int number = 1;
        /// When it begins.
        QDeadlineTimer due;
    };

    struct State
    {
        bool loading = false;
        /// While it waits to ask again after the problem, or for the tokens alone.
        std::optional<Retry> retry;
        std::optional<Problem> problem;
        /// Null until the first answer: what is on the cluster is not known.
        DatabaseCatalog::Ptr databases;
        /// When the databases were read, in the person's time; not valid before the first answer.
        QDateTime readAt;
        qsizetype unreadableDatabases = 0;
        /// The tokens neither revoked nor expired when they were read last, by the server's clock; null until
        /// then (and when the list is refused).
        Access::Ptr access;
        /// Why they could not be read, other than that the management token may not.
        std::optional<ApiError> tokensProblem;

        /// Whether the problem is the keychain's, and asking the person to unlock it is the way on.
        [[nodiscard]] bool waitsForKeychain() const;
    };

    ClusterSession(Profile profile, std::unique_ptr<ManagementApi> api, Keychain &keychain,
                   TrustedOrigins &trusted, const Clock &clock);
    ~ClusterSession() override;

    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] ManagementCredential &credential() { return m_credential; }
    /// Now, corrected by the server's clock once it is known; in the person's time zone.
    [[nodiscard]] QDateTime serverNow() const;
    /// This computer's, which may be wrong.
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// How far this computer's clock is ahead of the server's, in seconds; 0 until known.
    [[nodiscard]] qint64 clockSkew() const { return m_skew; }

    /// IDs of the tokens with that description in the list that was read last, active or not; not there where
    /// none was ever read. One that failed since leaves it: who was known then is still no new token.
    [[nodiscard]] std::optional<QStringList> tokensCalled(const QString &description) const;

    /// IDs of all tokens in that list; empty where there is none.
    [[nodiscard]] QSet<QString> tokenIds() const;

    /// Reads databases and tokens anew, and again after failures that pass (see pauseAfter). Safe to call at
    /// any time.
    void reload();
    /// Stops reading, and asking again; what is there stays.
    void stop();

Q_SIGNALS:
    void stateChanged();

private:
    enum class Lists { Both, Tokens };

    void ask(Lists lists);
    void askAgain();
    /// Whether anything was under way.
    bool halt();
    void askLater(const ApiError &error, int failures);
    void readDatabases(const Secret &managementToken);
    void readTokens(const Secret &managementToken);
    void fail(Problem problem);
    void finishOne();
    void learnTime(const ServerTime &serverTime);

    const Profile m_profile;
    std::unique_ptr<ManagementApi> m_api;
    const Clock &m_clock;
    ManagementCredential m_credential;
    State m_state;
    qint64 m_skew = 0;
    /// Token IDs by description.
    std::optional<QMultiHash<QString, QString>> m_tokenIds;
    /// Tells the answers to the current question from late ones.
    quint64 m_round = 0;
    QTimer m_again;
    int m_failures = 0;
    int m_tokenFailures = 0;
    std::shared_ptr<PendingBase> m_databases;
    std::shared_ptr<PendingBase> m_tokens;
};

using ClusterSessionFactory = std::function<std::shared_ptr<ClusterSession>(const Profile &)>;

} // namespace tokenry
