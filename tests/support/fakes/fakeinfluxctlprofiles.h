// SPDX-License-Identifier: MIT
#pragma once

#include "ports/influxctlprofiles.h"

#include <functional>

namespace tokenry::testsupport
{

/// influxctl's configuration in memory; without make(), there is none.
class FakeInfluxctlProfiles final : public InfluxctlProfiles
{
public:
    QString file = QStringLiteral("/somewhere/influxctl/config.toml");
    /// Secrets cannot be copied, so what it holds is made anew for each reading.
    std::function<Result<InfluxctlConfig, StorageError>()> make;

    [[nodiscard]] QString usualFile() const override { return file; }
    [[nodiscard]] QStringList usualFiles() const override { return {file}; }
    [[nodiscard]] bool exists(const QString &path) const override { return path == file && make; }
    [[nodiscard]] Result<InfluxctlConfig, StorageError> read(const QString &) const override
    {
        return make();
    }
};

} // namespace tokenry::testsupport
