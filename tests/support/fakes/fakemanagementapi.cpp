// SPDX-License-Identifier: MIT
#include "support/fakes/fakemanagementapi.h"

#include "support/fakes/fakecluster.h"

namespace tokenry::testsupport
{

namespace
{

ApiError stopped()
{
    return FakeCluster::error(ApiError::Kind::Stopped, 0, ApiError::Effect::Unclear);
}

} // namespace

FakeManagementApi::~FakeManagementApi()
{
    for (const auto &pending : m_mine)
        Pending<Creation, ApiError>::resolve(pending, unexpected(stopped()));
}

PendingPtr<DatabaseList, ApiError> FakeManagementApi::databases(const Secret &)
{
    ++m_cluster.listings;
    if (m_cluster.listError)
        return Pending<DatabaseList, ApiError>::resolved(unexpected(*m_cluster.listError));
    return Pending<DatabaseList, ApiError>::resolved(
        DatabaseList{std::make_shared<const DatabaseCatalog>(m_cluster.databases), 0, m_cluster.time()});
}

PendingPtr<TokenList, ApiError> FakeManagementApi::tokens(const Secret &)
{
    ++m_cluster.listings;
    if (m_cluster.listError)
        return Pending<TokenList, ApiError>::resolved(unexpected(*m_cluster.listError));
    if (m_cluster.tokensError)
        return Pending<TokenList, ApiError>::resolved(unexpected(*m_cluster.tokensError));
    return Pending<TokenList, ApiError>::resolved(
        TokenList{m_cluster.tokens, m_cluster.unreadableTokens, m_cluster.time()});
}

PendingPtr<Creation, ApiError> FakeManagementApi::create(const Secret &, const EncodedCall &call)
{
    m_cluster.created.push_back(call);
    if (m_cluster.onCreate)
        return Pending<Creation, ApiError>::resolved(m_cluster.onCreate(call));
    const auto pending = Pending<Creation, ApiError>::make();
    pending->setCanceller([weak = std::weak_ptr(pending)] {
        if (const auto mine = weak.lock())
            Pending<Creation, ApiError>::resolve(mine, unexpected(stopped()));
    });
    m_mine.push_back(pending);
    m_cluster.m_waiting.push_back(pending);
    return pending;
}

PendingPtr<Done, ApiError> FakeManagementApi::revoke(const Secret &, const QString &tokenId)
{
    m_cluster.revoked.push_back(tokenId);
    m_cluster.revokedBelow.push_back(m_address);
    return Pending<Done, ApiError>::resolved(m_cluster.onRevoke(tokenId));
}

void FakeManagementApi::prewarm()
{
    ++m_cluster.prewarmed;
}

} // namespace tokenry::testsupport
