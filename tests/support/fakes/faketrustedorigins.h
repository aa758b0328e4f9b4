// SPDX-License-Identifier: MIT
#pragma once

#include "ports/profilestore.h"

#include <QSet>

#include <optional>

namespace tokenry::testsupport
{

/// Trusted origins in memory.
class FakeTrustedOrigins final : public TrustedOrigins
{
public:
    /// Adding fails with it while it is set.
    std::optional<StorageError> failure;

    [[nodiscard]] bool contains(const QString &accountId, const QString &origin) const override
    {
        return m_trusted.contains({accountId, origin});
    }

    [[nodiscard]] Result<Done, StorageError> add(const QString &accountId, const QString &origin) override
    {
        if (failure)
            return unexpected(*failure);
        m_trusted.insert({accountId, origin});
        return Done{};
    }

private:
    QSet<std::pair<QString, QString>> m_trusted;
};

} // namespace tokenry::testsupport
