// SPDX-License-Identifier: MIT
#include "composition.h"

#include <QGuiApplication>

namespace tokenry
{

Composition::Composition(const StandardDirectories &directories, QString demoProgram)
    : m_profiles(directories.config), m_influxctl(directories.influxctlFiles),
      m_trusted(directories.trustedOriginsFile()), m_settings(directories.windowSettingsFile()),
      m_clipboard(*QGuiApplication::clipboard()),
      m_window(std::make_unique<MainWindow>(parts(std::move(demoProgram))))
{
}

Composition::~Composition() = default;

WindowParts Composition::parts(QString demoProgram)
{
    const auto makeApi = [](const ClusterAddress &address) {
        return std::make_unique<ManagementClient>(address);
    };
    return {
        .profiles = m_profiles,
        .influxctl = m_influxctl,
        .trusted = m_trusted,
        .keychain = m_keychain,
        .clock = m_clock,
        .clipboard = m_clipboard,
        .makeApi = makeApi,
        .makeSession =
            [this, makeApi](const Profile &profile) {
                return std::make_shared<ClusterSession>(profile, makeApi(profile.address), m_keychain,
                                                        m_trusted, m_clock);
            },
        .demoProgram = std::move(demoProgram),
        .loadGeometry = [this] { return m_settings.geometry(); },
        .saveGeometry = [this](const QByteArray &geometry) { m_settings.setGeometry(geometry); },
        .loadLastProfile = [this] { return m_settings.lastProfile(); },
        .saveLastProfile = [this](const QString &slug) { m_settings.setLastProfile(slug); },
    };
}

} // namespace tokenry
