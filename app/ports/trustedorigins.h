// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "ports/storageerror.h"

#include <QString>

namespace tokenry
{

/// Which origins the person allowed an account's management token to be sent to.
class TrustedOrigins
{
public:
    virtual ~TrustedOrigins() = default;

    [[nodiscard]] virtual bool contains(const QString &accountId, const QString &origin) const = 0;
    [[nodiscard]] virtual Result<Done, StorageError> add(const QString &accountId, const QString &origin) = 0;
};

} // namespace tokenry
