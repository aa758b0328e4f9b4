// SPDX-License-Identifier: MIT
#pragma once

#include "ports/keychain.h"

#include <QObject>

namespace tokenry
{

class SessionNotice;

/// Asks for the keychain's password on behalf of the sessions that have to read their management token: once
/// at a time, with words while it is waited for.
class KeychainUnlock : public QObject
{
    Q_OBJECT

public:
    KeychainUnlock(Keychain &keychain, SessionNotice &notice, QObject *parent);

    void ask();

Q_SIGNALS:
    /// The notice has something else to say of its session.
    void changed();
    void unlocked();

private:
    Keychain &m_keychain;
    SessionNotice &m_notice;
    PendingPtr<KeychainPlace, KeychainError> m_asked;
};

} // namespace tokenry
