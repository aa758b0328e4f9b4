// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"
#include "ports/managementapi.h"

namespace tokenry::testsupport
{

class FakeCluster;

/// One client of a FakeCluster; like the real one, its end stops a creation under way.
class FakeManagementApi final : public ManagementApi
{
public:
    FakeManagementApi(FakeCluster &cluster, ClusterAddress address)
        : m_cluster(cluster), m_address(std::move(address))
    {
    }
    ~FakeManagementApi() override;

    [[nodiscard]] PendingPtr<DatabaseList, ApiError> databases(const Secret &managementToken) override;
    [[nodiscard]] PendingPtr<TokenList, ApiError> tokens(const Secret &managementToken) override;
    [[nodiscard]] PendingPtr<Creation, ApiError> create(const Secret &managementToken,
                                                        const EncodedCall &call) override;
    [[nodiscard]] PendingPtr<Done, ApiError> revoke(const Secret &managementToken,
                                                    const QString &tokenId) override;
    void prewarm() override;

private:
    FakeCluster &m_cluster;
    const ClusterAddress m_address;
    std::vector<PendingPtr<Creation, ApiError>> m_mine;
};

} // namespace tokenry::testsupport
