// SPDX-License-Identifier: MIT
#pragma once

#include "base/pending.h"
#include "base/secret.h"
#include "domain/permission.h"
#include "ports/apierror.h"

#include <functional>
#include <memory>

namespace tokenry
{

struct ClusterAddress;

/// Why a try did not show that the token is accepted.
struct ProbeError
{
    enum class Kind {
        /// 401 or 403: not active yet, revoked or not permitted, which the statuses do not tell apart.
        Refused,
        /// No answer: network, name, TLS or proxy.
        Unreachable,
        /// An answer that says nothing about the token.
        Inconclusive,
        /// Nothing was sent: the secret has characters that no header can carry.
        Unsendable,
    };

    Kind kind = Kind::Inconclusive;
    /// For the words; its retryAfter is the server's wish. Never holds the secret.
    ApiError cause = {};

    friend bool operator==(const ProbeError &, const ProbeError &) = default;
};

/// Tries a database token at its cluster's own URL, without leaving anything there. The token is lent for
/// each call; what is kept of it until the answer is wiped. Destroying the probe ends all open calls.
class TokenProbe
{
public:
    virtual ~TokenProbe() = default;

    /// Whether the token is accepted for the action on the database. One request, which carries the token;
    /// where it may go is the caller's to know.
    [[nodiscard]] virtual PendingPtr<Done, ProbeError> probe(const Secret &token, Action action,
                                                             const QString &database) = 0;
};

/// Makes a probe with connections of its own, for the address's cluster URL.
using TokenProbeFactory = std::function<std::unique_ptr<TokenProbe>(const ClusterAddress &)>;

} // namespace tokenry
