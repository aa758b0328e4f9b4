// SPDX-License-Identifier: MIT
#include "window/keychainunlock.h"

#include "connection/sessionnotice.h"
#include "journeys/clustersession.h"

namespace tokenry
{

KeychainUnlock::KeychainUnlock(Keychain &keychain, SessionNotice &notice, QObject *parent)
    : QObject(parent), m_keychain(keychain), m_notice(notice)
{
    connect(&m_notice, &SessionNotice::stopUnlockingClicked, this, [this] {
        if (m_asked)
            m_asked->cancel();
    });
}

void KeychainUnlock::ask(const std::shared_ptr<ClusterSession> &session)
{
    if (m_asked)
        return;
    m_asked = m_keychain.unlock();
    m_notice.setUnlocking(true);
    Q_EMIT changed();
    whenDone(m_asked, this, [this, session](const Result<KeychainPlace, KeychainError> &unlocked) {
        m_asked.reset();
        m_notice.setUnlocking(false, unlocked ? std::nullopt : std::optional(unlocked.error()));
        Q_EMIT changed();
        if (unlocked)
            session->reload();
    });
}

} // namespace tokenry
