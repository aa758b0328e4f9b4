// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"
#include "domain/token.h"
#include "domain/tokenrequest.h"

#include <QSet>

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
        /// Its ID is one that the cluster had before: the answer speaks of another token.
        ExistedBefore,
    };

    Kind kind;
    /// As on the wire; empty where nothing was asked or answered, "?" for a time that could not be read.
    QString asked;
    QString answered;

    friend bool operator==(const AnswerDifference &, const AnswerDifference &) = default;
};

/// Field by field; a field the server left out (account, cluster) is no difference. \a idsBefore are the
/// tokens the cluster was known to have at the click.
[[nodiscard]] std::vector<AnswerDifference> differences(const TokenRequest &request,
                                                        const ClusterAddress &address, const Token &answer,
                                                        const QSet<QString> &idsBefore = {});

} // namespace tokenry
