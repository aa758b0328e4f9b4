// SPDX-License-Identifier: MIT
#pragma once

#include "common/messagebar.h"
#include "journeys/clustersession.h"

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
    void reloadClicked();
    void editClicked();
    void copyCommandClicked(const QString &command);

private:
    void showCredentialProblem(const CredentialError &error, const Profile &profile,
                               const KeychainItem &tokenItem);
    void showApiProblem(const ApiError &error);
    void showCaution(const ClusterSession &session);
    void offerReload();
    void offerEdit();
    void offerCopy(const QString &label, const QString &command);

    bool m_mayEdit = true;
    /// Whose problem, and which.
    std::optional<std::pair<QString, ClusterSession::Problem>> m_shown;
};

} // namespace tokenry
