// SPDX-License-Identifier: MIT
#pragma once

#include "base/pending.h"
#include "base/secret.h"
#include "domain/databasecatalog.h"
#include "domain/servertime.h"
#include "domain/token.h"
#include "ports/apierror.h"
#include "wire/encodedcall.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tokenry
{

struct ClusterAddress;

struct DatabaseList
{
    DatabaseCatalog::Ptr databases;
    /// Entries the server sent that could not be read.
    qsizetype unreadable = 0;
    ServerTime serverTime;
};

struct TokenList
{
    std::vector<Token> tokens;
    qsizetype unreadable = 0;
    ServerTime serverTime;
};

/// A creation that the server confirmed with a secret.
struct Creation
{
    Secret secret;
    /// Not there when the answer beside the secret could not be read.
    std::optional<Token> token;
    /// See FoundSecret.
    bool secretContradicted = false;
    bool secretUnusual = false;
    ServerTime serverTime;
};

/// The Management API of one cluster. The management token is lent for each call and not kept. Destroying the
/// API ends all open calls with ApiError::Kind::Stopped.
class ManagementApi
{
public:
    virtual ~ManagementApi() = default;

    [[nodiscard]] virtual PendingPtr<DatabaseList, ApiError> databases(const Secret &managementToken) = 0;
    [[nodiscard]] virtual PendingPtr<TokenList, ApiError> tokens(const Secret &managementToken) = 0;
    /// Exactly one POST, never repeated. A 2xx without a secret is an error with an unclear effect; a secret
    /// is a token, whatever the status says.
    [[nodiscard]] virtual PendingPtr<Creation, ApiError> create(const Secret &managementToken,
                                                                const EncodedCall &call) = 0;
    [[nodiscard]] virtual PendingPtr<Done, ApiError> revoke(const Secret &managementToken,
                                                            const QString &tokenId) = 0;
    /// Opens the connection (DNS, TCP, TLS) without sending anything, so that a creation has only its own
    /// round trip left.
    virtual void prewarm() = 0;
};

/// Makes an API with connections of its own.
using ManagementApiFactory = std::function<std::unique_ptr<ManagementApi>(const ClusterAddress &)>;

} // namespace tokenry
