// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "ports/storageerror.h"

#include <QString>

namespace tokenry
{

/// Which origins the person allowed an account's tokens to be sent to: its management token, and under a name
/// of their own (ClusterAddress::databaseTokenAccount) the database tokens made for it.
class TrustedOrigins
{
public:
    virtual ~TrustedOrigins() = default;

    [[nodiscard]] virtual bool contains(const QString &accountId, const QString &origin) const = 0;
    [[nodiscard]] virtual Result<Done, StorageError> add(const QString &accountId, const QString &origin) = 0;
};

} // namespace tokenry
