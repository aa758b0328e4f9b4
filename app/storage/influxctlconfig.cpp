// SPDX-License-Identifier: MIT
#include "storage/influxctlconfig.h"

#include "storage/influxctltoml.h"
#include "storage/privatefile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tokenry
{

InfluxctlSystem currentInfluxctlSystem()
{
#if defined(Q_OS_WIN)
    return InfluxctlSystem::Windows;
#elif defined(Q_OS_MACOS)
    return InfluxctlSystem::MacOs;
#else
    return InfluxctlSystem::Linux;
#endif
}

QStringList influxctlConfigFiles(InfluxctlSystem system, const QProcessEnvironment &environment)
{
    const QString home = environment.value(QStringLiteral("HOME"), QDir::homePath());
    const QString config = QStringLiteral("/influxctl/config.toml");
    // As for influxctl: who names a file means no other.
    if (const QString named = environment.value(QStringLiteral("INFLUXCTL_PROFILE")); !named.isEmpty())
        return {named};
    QStringList files;
    switch (system) {
    case InfluxctlSystem::Linux:
        if (const QString base = environment.value(QStringLiteral("XDG_CONFIG_HOME")); base.startsWith(u'/'))
            files += base + config;
        files += home + QStringLiteral("/.config") + config;
        break;
    case InfluxctlSystem::MacOs:
        files += home + QStringLiteral("/Library/Application Support") + config;
        break;
    case InfluxctlSystem::Windows:
        if (environment.contains(QStringLiteral("APPDATA")))
            files += QDir::fromNativeSeparators(environment.value(QStringLiteral("APPDATA"))) + config;
        break;
    }
    files.removeDuplicates();
    return files;
}

InfluxctlConfigFile::InfluxctlConfigFile(QStringList files) : m_files(std::move(files)) {}

QString InfluxctlConfigFile::usualFile() const
{
    const auto found =
        std::find_if(m_files.begin(), m_files.end(), [this](const QString &file) { return exists(file); });
    return found != m_files.end() ? *found : m_files.value(m_files.size() - 1);
}

bool InfluxctlConfigFile::exists(const QString &file) const
{
    return QFileInfo(file).isFile();
}

Result<InfluxctlConfig, StorageError> InfluxctlConfigFile::read(const QString &file) const
{
    Result<QByteArray, StorageError> text = readPrivateFile(file);
    if (!text)
        return unexpected(std::move(text).error());
    Result<InfluxctlConfig, StorageError> config = influxctlConfigFromToml(*text, file);
    wipe(*text);
    if (config)
        config->readableByOthers =
            bool(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther));
    return config;
}

} // namespace tokenry
