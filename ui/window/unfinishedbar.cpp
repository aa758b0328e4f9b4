// SPDX-License-Identifier: MIT
#include "window/unfinishedbar.h"

#include "common/recoverypanel.h"
#include "window/elsewherebar.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tokenry
{

UnfinishedBar::UnfinishedBar(Ledger &ledger, ManagementApiFactory makeApi, Keychain &keychain,
                             const Clock &clock, QWidget *parent)
    : QWidget(parent), m_unfinished(ledger, std::move(makeApi), keychain),
      m_panel(new RecoveryPanel(RecoveryPlace::Window, this)), m_elsewhere(new ElsewhereBar(clock, this)),
      m_unusable(new MessageBar(this))
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(m_panel);
    layout->addWidget(m_elsewhere);
    layout->addWidget(m_unusable);
    connect(&m_unfinished, &Unfinished::changed, this, &UnfinishedBar::refresh);
    connect(m_panel, &RecoveryPanel::revokeClicked, this, [this] {
        if (Recovery *const recovery = m_unfinished.toTell(*m_session))
            recovery->revoke();
    });
    connect(m_panel, &RecoveryPanel::dismissed, this,
            [this] { m_unfinished.dismiss(m_unfinished.toTell(*m_session)); });
    connect(m_elsewhere, &ElsewhereBar::profileWanted, this, &UnfinishedBar::profileWanted);
    connect(m_elsewhere, &ElsewhereBar::newProfileWanted, this, &UnfinishedBar::newProfileWanted);
    connect(m_elsewhere, &ElsewhereBar::postponed, &m_unfinished, &Unfinished::postpone);
    connect(m_elsewhere, &ElsewhereBar::concluded, &m_unfinished, &Unfinished::conclude);
    hide();
}

void UnfinishedBar::setProfiles(const std::vector<Profile> &profiles)
{
    m_profiles = profiles;
    if (m_started)
        m_unfinished.survey(m_profiles);
}

void UnfinishedBar::start()
{
    m_started = true;
    m_unfinished.survey(m_profiles);
}

void UnfinishedBar::pause()
{
    m_paused = true;
    refresh();
}

void UnfinishedBar::follow(const std::shared_ptr<ClusterSession> &session)
{
    const bool another = std::exchange(m_paused, false) || session != m_session;
    m_session = session;
    // Something may have come to its end since.
    if (m_started && another)
        m_unfinished.survey(m_profiles);
    if (session) {
        const ClusterSession::State &state = session->state();
        if (state.loading)
            m_tried = session;
        // Before, the management token may still be on its way from the keychain; it was not read at all
        // where the person stopped it.
        if (!state.loading && (state.readAt.isValid() || state.problem || m_tried.lock() == session))
            m_unfinished.takeUp(session);
    }
    refresh();
}

void UnfinishedBar::refresh()
{
    if (m_paused) {
        hide();
        return;
    }
    Recovery *const recovery = m_session ? m_unfinished.toTell(*m_session) : nullptr;
    m_panel->showRecovery(recovery, recovery ? m_unfinished.count(*m_session) - 1 : 0);
    m_elsewhere->showFirst(m_unfinished.elsewhere(m_session.get()), m_profiles);
    if (!m_session || m_unfinished.unusable().empty()) {
        m_unusable->clear();
    } else if (const ErrorText words = unusableRecords(m_unfinished.unusable());
               words != m_unusable->text()) {
        m_unusable->say(Tone::Warning, words);
        connect(m_unusable->addAction(tr("OK")), &QPushButton::clicked, this,
                [this] { m_unfinished.dismissUnusable(); });
    }
    setVisible(!m_panel->isHidden() || !m_elsewhere->isHidden() || !m_unusable->isHidden());
}

} // namespace tokenry
