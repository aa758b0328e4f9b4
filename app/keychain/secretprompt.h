// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/sessionbus.h"

#include <QDBusVariant>

namespace tokenry
{

/// A question that the Secret Service puts to the person, such as for a password. Deletes itself once
/// answered. There is no way to take it back: gnome-keyring aborts when a visible prompt is dismissed by its
/// client.
class SecretPrompt : public QObject
{
    Q_OBJECT

public:
    /// Shows the prompt at the path. \a owner is the service's unique name. Errors: Dismissed (also when
    /// nothing can show a prompt), Missing (the service ended meanwhile), BusLost.
    static void show(SessionBus &bus, const QString &owner, const QString &path, Then<Done> then);

private Q_SLOTS:
    void completed(bool dismissed, const QDBusVariant &result);

private:
    SecretPrompt(SessionBus &bus, Then<Done> then);
    void finish(Result<Done, KeychainError> answer);

    Then<Done> m_then;
};

} // namespace tokenry
