// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"
#include "domain/token.h"
#include "domain/tokenrequest.h"

#include <vector>

namespace tokenry
{

/// One way in which the server's answer to a creation departs from what was reviewed.
struct AnswerDifference
{
    enum class Kind {
        PermissionAdded,
        PermissionMissing,
        UnknownPermission,
        Description,
        Expiry,
        Account,
        Cluster,
        AlreadyRevoked,
    };

    Kind kind;
    /// As on the wire; empty where nothing was asked or answered.
    QString asked;
    QString answered;

    friend bool operator==(const AnswerDifference &, const AnswerDifference &) = default;
};

/// Field by field; a field the server left out (account, cluster) is no difference.
[[nodiscard]] std::vector<AnswerDifference> differences(const TokenRequest &request,
                                                        const ClusterAddress &address, const Token &answer);

} // namespace tokenry
