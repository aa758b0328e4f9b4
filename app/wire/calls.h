// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"
#include "domain/tokenrequest.h"
#include "wire/encodedcall.h"

namespace tokenry
{

// The calls of management-openapi: below /api/v0/accounts/{accountId}/clusters/{clusterId}, and for InfluxDB
// Clustered below /api/v0, unless its address has IDs.

[[nodiscard]] EncodedCall listDatabases(const ClusterAddress &address);
[[nodiscard]] EncodedCall listTokens(const ClusterAddress &address);
/// Indented JSON with one permission per line: description, permissions, and expiresAt unless never (whole
/// seconds, UTC, Z). `expirationType` of the prose documentation is not sent: the contract does not know it.
[[nodiscard]] QByteArray requestBody(const TokenRequest &request);
[[nodiscard]] EncodedCall createToken(const ClusterAddress &address, const TokenRequest &request);
[[nodiscard]] EncodedCall revokeToken(const ClusterAddress &address, const QString &tokenId);

/// The whole URL of the call, percent-encoded, its host in ASCII.
[[nodiscard]] QByteArray encodedUrl(const ClusterAddress &address, const EncodedCall &call);

} // namespace tokenry
