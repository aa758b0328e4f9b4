// SPDX-License-Identifier: MIT
#pragma once

#include "ports/influxctlprofiles.h"

#include <QProcessEnvironment>

namespace tokenry
{

enum class InfluxctlSystem { Linux, MacOs, Windows };
[[nodiscard]] InfluxctlSystem currentInfluxctlSystem();

/// Where influxctl keeps its configuration on the system, the likeliest first. INFLUXCTL_PROFILE names
/// the file (in spite of its name), and then no other is looked for.
[[nodiscard]] QStringList influxctlConfigFiles(InfluxctlSystem system,
                                               const QProcessEnvironment &environment);

/// influxctl's file on this computer.
class InfluxctlConfigFile final : public InfluxctlProfiles
{
public:
    /// \a files as from influxctlConfigFiles().
    explicit InfluxctlConfigFile(QStringList files);

    [[nodiscard]] QString usualFile() const override;
    [[nodiscard]] QStringList usualFiles() const override { return m_files; }
    [[nodiscard]] bool exists(const QString &file) const override;
    [[nodiscard]] Result<InfluxctlConfig, StorageError> read(const QString &file) const override;

private:
    const QStringList m_files;
};

} // namespace tokenry
