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

Q_SIGNALS:
    /// The person allows the management token to be sent to the session's origin.
    void allowClicked();
    void unlockClicked();
    /// The person does not want to be asked for any more by machine.
    void stopClicked();
    void reloadClicked();
    void editClicked();
    void copyCommandClicked(const QString &command);

private:
    void showCredentialProblem(const CredentialError &error, const Profile &profile,
                               const KeychainItem &tokenItem);
    void showApiProblem(const ApiError &error, const ClusterSession::State &state);
    void offerRetry();
    void updateRetry(const ClusterSession::State &state);
    void showCaution(const ClusterSession &session);
    void offerReload();
    void offerEdit();
    void offerCopy(const QString &label, const QString &command);

    bool m_mayEdit = true;
    /// Whose problem, which, and whether it is tried again by itself.
    std::optional<std::tuple<QString, ClusterSession::Problem, bool>> m_shown;
    QPointer<QLabel> m_retryLine;
    /// Which one the countdown is for.
    int m_retry = 0;
    Countdown m_untilRetry;
};

} // namespace tokenry
