// SPDX-License-Identifier: MIT
#include "support/fakes/fakecluster.h"

#include "support/fakes/fakemanagementapi.h"

namespace tokenry::testsupport
{

FakeCluster::FakeCluster()
{
    onRevoke = [](const QString &) {
        return Done{};
    };
}

ManagementApiFactory FakeCluster::factory()
{
    return [this](const ClusterAddress &address) {
        return std::make_unique<FakeManagementApi>(*this, address);
    };
}

ServerTime FakeCluster::time() const
{
    return {serverTime, clock ? clock->now() : QDateTime::currentDateTimeUtc()};
}

void FakeCluster::answerCreation(Result<Creation, ApiError> answer)
{
    Q_ASSERT(!m_waiting.empty());
    const auto pending = m_waiting.front();
    m_waiting.pop_front();
    Pending<Creation, ApiError>::resolve(pending, std::move(answer));
}

ApiError FakeCluster::error(ApiError::Kind kind, int status, ApiError::Effect effect,
                            const QString &serverMessage)
{
    ApiError error;
    error.kind = kind;
    error.status = status;
    error.effect = effect;
    error.serverMessage = serverMessage;
    return error;
}

} // namespace tokenry::testsupport
