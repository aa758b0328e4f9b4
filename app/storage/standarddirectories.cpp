// SPDX-License-Identifier: MIT
#include "storage/standarddirectories.h"

#include "storage/influxctlconfig.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

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

/// Without links, as far as the directory exists yet.
QString canonical(const QString &directory)
{
    const QFileInfo info(directory);
    if (info.exists() || info.path() == directory)
        return info.exists() ? info.canonicalFilePath() : directory;
    return canonical(info.path()) + u'/' + info.fileName();
}

/// The same for every way to write the directory's name.
QString variantOf(const QString &directory)
{
    const QByteArray path = canonical(directory).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(12));
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
    const QString runtime = environment.value(QStringLiteral("XDG_RUNTIME_DIR"));
    directories.runtime = QDir::isAbsolutePath(runtime) ? QDir::cleanPath(runtime) + QLatin1String("/tokenry")
                                                        : directories.state + QLatin1String("/run");
    if (!configOverride.isEmpty())
        directories.variant = variantOf(directories.config);
    return directories;
}

QString StandardDirectories::ledgerDirectory() const
{
    return state + QLatin1String("/ledger");
}

QString StandardDirectories::trustedOriginsFile() const
{
    return state + QLatin1String("/trusted-origins.toml");
}

QString StandardDirectories::windowSettingsFile() const
{
    return state + QLatin1String("/window.ini");
}

// Profiles of another --config directory may have the same slugs.
QString StandardDirectories::draftsDirectory() const
{
    return state + QLatin1String(variant.isEmpty() ? "/drafts" : "/drafts-") + variant;
}

} // namespace tokenry
