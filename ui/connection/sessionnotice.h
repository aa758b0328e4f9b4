// SPDX-License-Identifier: MIT
#pragma once

#include "common/countdown.h"
#include "common/messagebar.h"
#include "journeys/clustersession.h"

#include <QPointer>

#include <tuple>

class QLabel;

namespace tokenry
{

/// Why a session has nothing new from its cluster, and the ways on; or what is odd about what it has.
class SessionNotice : public MessageBar
{
    Q_OBJECT

public:
    explicit SessionNotice(QWidget *parent = nullptr);

    /// Shows the session as it is now; \a tokenItem is where its management token is looked for.
    void showSession(const ClusterSession &session, const KeychainItem &tokenItem);

    /// Whether the person is asked for the keychain's password; afterwards why it stays locked. Shown by the
    /// next showSession() of a session that waits for the keychain.
    void setUnlocking(bool unlocking, const std::optional<KeychainError> &failed = {});

Q_SIGNALS:
    /// The person allows the management token to be sent to the session's origin.
    void allowClicked();
    void unlockClicked();
    void stopUnlockingClicked();
    /// The person does not want to be asked for any more by machine.
    void stopClicked();
    void reloadClicked();
    void editClicked();
    void copyCommandClicked(const QString &command);

private:
    void showCredentialProblem(const CredentialError &error, const Profile &profile,
                               const KeychainItem &tokenItem);
    void sayUnlocking();
    void showApiProblem(const ApiError &error, const ClusterSession::State &state);
    void offerRetry();
    void updateRetry(const ClusterSession::State &state);
    void showCaution(const ClusterSession &session);
    void offerReload();
    void offerEdit();
    void offerCopy(const QString &label, const QString &command);

    bool m_mayEdit = true;
    bool m_unlocking = false;
    /// In the place of what reading said, which knows only that it is locked.
    std::optional<KeychainError> m_unlockFailed;
    /// Whose problem, which, and whether it is tried again by itself or being unlocked.
    std::optional<std::tuple<QString, ClusterSession::Problem, bool, bool>> m_shown;
    QPointer<QLabel> m_retryLine;
    /// Which one the countdown is for.
    int m_retry = 0;
    Countdown m_untilRetry;
};

} // namespace tokenry
