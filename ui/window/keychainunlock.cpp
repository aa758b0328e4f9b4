// SPDX-License-Identifier: MIT
#include "window/keychainunlock.h"

#include "connection/sessionnotice.h"

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

void KeychainUnlock::ask()
{
    if (m_asked)
        return;
    m_asked = m_keychain.unlock();
    m_notice.setUnlocking(true);
    Q_EMIT changed();
    whenDone(m_asked, this, [this](const Result<KeychainPlace, KeychainError> &opened) {
        m_asked.reset();
        m_notice.setUnlocking(false, opened ? std::nullopt : std::optional(opened.error()));
        Q_EMIT changed();
        if (opened)
            Q_EMIT unlocked();
    });
}

} // namespace tokenry
