// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"
#include "ports/clock.h"
#include "ports/managementapi.h"

#include <QByteArrayList>
#include <QStringList>

#include <deque>
#include <functional>

namespace tokenry::testsupport
{

/// The server behind every FakeManagementApi of a test: what it answers, and what it was asked. Outlives the
/// APIs.
class FakeCluster
{
public:
    FakeCluster();

    /// Makes APIs that talk to this cluster.
    [[nodiscard]] ManagementApiFactory factory();

    std::vector<Database> databases;
    std::vector<Token> tokens;
    qsizetype unreadableTokens = 0;
    /// The Date of its answers; heard at what the clock says, or the system's where there is none.
    QDateTime serverTime;
    const Clock *clock = nullptr;
    /// What the next creation answers; echoing the call is the test's business. Unset: the creation waits.
    std::function<Result<Creation, ApiError>(const EncodedCall &)> onCreate;
    std::function<Result<Done, ApiError>(const QString &tokenId)> onRevoke;
    /// Listing fails with it while it is set.
    std::optional<ApiError> listError;
    /// Listing the tokens alone fails with it.
    std::optional<ApiError> tokensError;

    /// Answers the oldest creation that waits.
    void answerCreation(Result<Creation, ApiError> answer);

    // What the cluster was asked.
    std::vector<EncodedCall> created;
    QStringList revoked;
    /// Of each revocation: below which account and cluster.
    std::vector<ClusterAddress> revokedBelow;
    int prewarmed = 0;
    int listings = 0;

    [[nodiscard]] static ApiError error(ApiError::Kind kind, int status, ApiError::Effect effect,
                                        const QString &serverMessage = {});

private:
    friend class FakeManagementApi;
    [[nodiscard]] ServerTime time() const;

    std::deque<PendingPtr<Creation, ApiError>> m_waiting;
};

} // namespace tokenry::testsupport
