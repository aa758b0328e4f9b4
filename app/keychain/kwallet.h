// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/preflight.h"
#include "keychain/sessionbus.h"

#include <QProcessEnvironment>

namespace tokenry
{

/// KDE's wallet daemon of Plasma 5, which QtKeychain prefers there to the Secret Service. It reports success
/// for whatever fails after opening: reading back decides.
class KWallet : public Preflight
{
    Q_OBJECT

public:
    explicit KWallet(SessionBus &bus, QObject *parent = nullptr);

    /// Whether QtKeychain 0.13 asks for kwalletd5 in such an environment.
    [[nodiscard]] static bool isPreferredIn(const QProcessEnvironment &environment);

    /// Errors: Missing when there is no kwalletd5; QtKeychain then uses the Secret Service.
    void look(Then<KeychainPlace> then) override;
    /// KWallet asks by itself when it is read or written.
    void unlock(Then<KeychainPlace> then) override;
    void search(const KeychainItem &item, Then<Presence> then) override;
    /// Asks for sync: kwalletd5 writes to disk some seconds later and loses an entry when it is ended before.
    void settle(const KeychainItem &item, Then<Done> then) override;

private:
    SessionBus &m_bus;
};

} // namespace tokenry
