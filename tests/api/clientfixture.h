// SPDX-License-Identifier: MIT
#pragma once

#include "api/managementclient.h"
#include "api/waiting.h"
#include "support/faultserver/faultserver.h"

namespace tokenry::tests
{

inline Secret managementToken()
{
    return Secret::copyOf("M.V1.FAKE");
}

inline ClusterAddress addressOf(const QUrl &url)
{
    ClusterAddress address;
    address.managementUrl = url;
    address.accountId = QStringLiteral("11111111-1111-4111-8111-111111111111");
    address.clusterId = QStringLiteral("33333333-3333-4333-8333-333333333333");
    return address;
}

inline QByteArray clusterPath()
{
    return "/api/v0/accounts/11111111-1111-4111-8111-111111111111/clusters/"
           "33333333-3333-4333-8333-333333333333";
}

inline EncodedCall creating()
{
    return {"POST", clusterPath() + "/tokens", "{\n  \"description\": \"test\",\n  \"permissions\": []\n}"};
}

// Obviously no real one.
inline QByteArray fakeSecret()
{
    return "apiv1_" + QByteArray(64, '0');
}

inline QByteArray tokenJson(const QByteArray &more = {})
{
    return "{\"accountId\":\"11111111-1111-4111-8111-111111111111\",\"clusterId\":\"33333333-3333-4333-8333-"
           "333333333333\","
           "\"id\":\"55555555-5555-4555-8555-555555555555\",\"description\":\"test\",\"permissions\":[{"
           "\"action\":\"read\","
           "\"resource\":\"billing\"}],\"createdAt\":\"2026-11-06T08:49:37.000Z\"" +
           more + "}";
}

inline QByteArray createdJson()
{
    return tokenJson(",\"accessToken\":\"" + fakeSecret() + "\"");
}

} // namespace tokenry::tests
