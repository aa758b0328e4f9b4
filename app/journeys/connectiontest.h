// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"
#include "journeys/managementcredential.h"
#include "ports/managementapi.h"

#include <QObject>

namespace tokenry
{

/// Tries an address and a management token that are being edited, before anything is saved.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    struct Found
    {
        qsizetype databases = 0;
        /// Not there when they could not be listed, see tokensError.
        std::optional<qsizetype> tokens;
        std::optional<ApiError> tokensError = {};
        /// Seconds by which this computer's clock is ahead of the server's.
        qint64 clockSkew = 0;

        friend bool operator==(const Found &, const Found &) = default;
    };
    using Outcome = Result<Found, ApiError>;

    explicit ConnectionTest(ManagementApiFactory makeApi, QObject *parent = nullptr);
    ~ConnectionTest() override;

    [[nodiscard]] bool isRunning() const { return m_api != nullptr; }
    /// Ends a running test first. The token is lent.
    void start(const ClusterAddress &address, const Secret &managementToken);
    void stop();

Q_SIGNALS:
    void finished(const tokenry::ConnectionTest::Outcome &outcome);

private:
    void finish(Outcome outcome);

    ManagementApiFactory m_makeApi;
    std::unique_ptr<ManagementApi> m_api;
    quint64 m_round = 0;
};

} // namespace tokenry
