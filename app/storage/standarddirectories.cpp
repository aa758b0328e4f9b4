// SPDX-License-Identifier: MIT
#include "storage/standarddirectories.h"

#include "storage/influxctlconfig.h"

#include <QDir>

namespace tokenry
{

namespace
{

QString baseDirectory(const QProcessEnvironment &environment, const QString &variable,
                      const QString &fallback)
{
    const QString value = environment.value(variable);
    // The specification: a relative path is to be ignored.
    if (QDir::isAbsolutePath(value))
        return QDir::cleanPath(value);
    return environment.value(QStringLiteral("HOME"), QDir::homePath()) + fallback;
}

} // namespace

StandardDirectories StandardDirectories::of(const QProcessEnvironment &environment,
                                            const QString &configOverride)
{
    StandardDirectories directories;
    directories.config =
        configOverride.isEmpty()
            ? baseDirectory(environment, QStringLiteral("XDG_CONFIG_HOME"), QStringLiteral("/.config")) +
                  QLatin1String("/tokenry")
            : QDir(configOverride).absolutePath();
    directories.state =
        baseDirectory(environment, QStringLiteral("XDG_STATE_HOME"), QStringLiteral("/.local/state")) +
        QLatin1String("/tokenry");
    directories.influxctlFiles = influxctlConfigFiles(currentInfluxctlSystem(), environment);
    return directories;
}

QString StandardDirectories::trustedOriginsFile() const
{
    return state + QLatin1String("/trusted-origins.toml");
}

QString StandardDirectories::windowSettingsFile() const
{
    return state + QLatin1String("/window.ini");
}

} // namespace tokenry
