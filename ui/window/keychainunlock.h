// SPDX-License-Identifier: MIT
#pragma once

#include "ports/keychain.h"

#include <QObject>

#include <memory>

namespace tokenry
{

class ClusterSession;
class SessionNotice;

/// Asks for the keychain's password on behalf of a session that has to read its management token: once at a
/// time, with words while it is waited for.
class KeychainUnlock : public QObject
{
    Q_OBJECT

public:
    KeychainUnlock(Keychain &keychain, SessionNotice &notice, QObject *parent);

    /// Reads again once it is unlocked.
    void ask(const std::shared_ptr<ClusterSession> &session);

Q_SIGNALS:
    /// The notice has something else to say of its session.
    void changed();

private:
    Keychain &m_keychain;
    SessionNotice &m_notice;
    PendingPtr<KeychainPlace, KeychainError> m_asked;
};

} // namespace tokenry
