// SPDX-License-Identifier: MIT
#include "journeys/connectiontest.h"

namespace tokenry
{

ConnectionTest::ConnectionTest(ManagementApiFactory makeApi, QObject *parent)
    : QObject(parent), m_makeApi(std::move(makeApi))
{
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start(const ClusterAddress &address, const Secret &managementToken)
{
    stop();
    m_api = m_makeApi(address);
    const quint64 round = ++m_round;
    const auto tokens = m_api->tokens(managementToken);
    whenDone(m_api->databases(managementToken), this,
             [this, round, tokens](Result<DatabaseList, ApiError> databases) {
                 if (round != m_round)
                     return;
                 if (!databases) {
                     finish(unexpected(databases.error()));
                     return;
                 }
                 Found found;
                 found.databases = databases->databases->size();
                 found.clockSkew = databases->serverTime.skew();
                 whenDone(tokens, this, [this, round, found](Result<TokenList, ApiError> list) mutable {
                     if (round != m_round)
                         return;
                     if (list)
                         found.tokens = static_cast<qsizetype>(list->tokens.size());
                     else
                         found.tokensError = list.error();
                     finish(found);
                 });
             });
}

void ConnectionTest::stop()
{
    ++m_round;
    m_api.reset();
}

void ConnectionTest::finish(Outcome outcome)
{
    stop();
    Q_EMIT finished(outcome);
}

} // namespace tokenry
