// SPDX-License-Identifier: MIT
#include "composition.h"

#include "handover.h"
#include "singleinstance.h"

#include <QGuiApplication>
#include <QSessionManager>

namespace tokenry
{

Composition::Composition(const StandardDirectories &directories, QString demoProgram,
                         KeychainTimeouts timeouts)
    : m_profiles(directories.config), m_influxctl(directories.influxctlFiles),
      m_trusted(directories.trustedOriginsFile()), m_settings(directories.windowSettingsFile()),
      m_variant(directories.variant.isEmpty() ? QString() : directories.variant + u'-'),
      m_drafts(directories.draftsDirectory()), m_keychain(timeouts), m_ledger(directories.ledgerDirectory()),
      m_clipboard(*QGuiApplication::clipboard()),
      m_window(std::make_unique<MainWindow>(parts(std::move(demoProgram))))
{
    QObject::connect(
        qGuiApp, &QGuiApplication::commitDataRequest, m_window.get(),
        [this](QSessionManager &session) { answer(session); }, Qt::DirectConnection);
}

// Keychain and desktop may both hang: they end side by side, so that they are waited for only once.
Composition::~Composition()
{
    m_window.reset();
    m_keychain.leave();
    m_inhibitor.leave();
}

void Composition::follow(const Handover &asked)
{
    if (asked.demo)
        m_window->startDemo();
    else if (!asked.profile.isEmpty())
        m_window->showProfile(asked.profile);
    if (!asked.file.isEmpty())
        m_window->openRequest(asked.file);
}

void Composition::serve(SingleInstance &instance)
{
    QObject::connect(&instance, &SingleInstance::received, m_window.get(), [this](const Handover &later) {
        m_window->present(later.activationToken);
        follow(later);
    });
    instance.listen();
}

void Composition::prepareToEnd()
{
    m_ledger.markInterrupted();
    m_clipboard.clearSecret();
    m_window->keepDrafts();
    m_window->endWhenSafe();
}

void Composition::answer(QSessionManager &session)
{
    const bool mayAsk = session.allowsInteraction();
    if (!letSessionEnd(mayAsk))
        session.cancel();
    if (mayAsk)
        session.release();
}

bool Composition::letSessionEnd(bool mayAsk)
{
    m_ledger.markInterrupted();
    m_window->keepDrafts();
    // Who may not ask back cannot keep the session either.
    if (!mayAsk) {
        m_clipboard.clearSecret();
        return true;
    }
    return m_window->mayEnd();
}

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
        .ledger = m_ledger,
        .inhibitor = m_inhibitor,
        .clock = m_clock,
        .clipboard = m_clipboard,
        .requestFiles = m_requestFiles,
        .drafts = m_drafts,
        .makeApi = makeApi,
        .makeSession =
            [this, makeApi](const Profile &profile) {
                return std::make_shared<ClusterSession>(profile, makeApi(profile.address), m_keychain,
                                                        m_trusted, m_clock);
            },
        .makeProbe = [](const ClusterAddress &address) { return std::make_unique<ActivationProbe>(address); },
        .demoProgram = std::move(demoProgram),
        .loadGeometry = [this] { return m_settings.geometry(); },
        .saveGeometry = [this](const QByteArray &geometry) { m_settings.setGeometry(geometry); },
        .loadLastProfile = [this] { return m_settings.lastProfile(); },
        .saveLastProfile = [this](const QString &slug) { m_settings.setLastProfile(slug); },
        .loadView = [this](const QString &slug) { return m_settings.view(m_variant + slug); },
        .saveView = [this](const QString &slug,
                           const QByteArray &view) { m_settings.setView(m_variant + slug, view); },
    };
}

} // namespace tokenry
