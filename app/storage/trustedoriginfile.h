// SPDX-License-Identifier: MIT
#pragma once

#include "ports/trustedorigins.h"

#include <QString>

#include <set>
#include <utility>

namespace tokenry
{

/// The trusted origins in one file, read when made. A file that is broken or that others can write trusts
/// nothing: the person is asked again, and it is set aside before another takes its place.
class TrustedOriginFile final : public TrustedOrigins
{
public:
    explicit TrustedOriginFile(QString path);

    [[nodiscard]] bool contains(const QString &accountId, const QString &origin) const override;
    /// Trusts it only once that is written.
    [[nodiscard]] Result<Done, StorageError> add(const QString &accountId, const QString &origin) override;

private:
    using Trusted = std::set<std::pair<QString, QString>>;

    [[nodiscard]] Result<Trusted, StorageError> read() const;

    QString m_path;
    Trusted m_trusted;
};

} // namespace tokenry
