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
    void answers(Then<Done> then);

    /// A closed wallet is a locked one. Errors: as answers(); NoCollection, where no wallet was made yet.
    void look(Then<KeychainPlace> then) override;
    /// Asks for the password, or to make the wallet. Errors: as look(), Dismissed, Locked.
    void unlock(const std::optional<KeychainItem> &wanted, Then<KeychainPlace> then) override;
    void search(const KeychainItem &item, Then<Presence> then) override;
    /// Asks for sync: kwalletd5 writes to disk some seconds later and loses an entry when it is ended before.
    void settle(const KeychainItem &item, Then<Done> then) override;

private:
    using Kind = KeychainError::Kind;

    /// The wallet that QtKeychain uses.
    void name(Then<QString> then);
    void isOpen(const QString &wallet, Then<bool> then);
    void describe(const QString &wallet, Then<KeychainPlace> then);
    /// \a refused: what it is called when the person does not.
    void open(Kind refused, Then<KeychainPlace> then);
    void searchOpen(const QString &wallet, const KeychainItem &item, Then<Presence> then);
    void searchClosed(const QString &wallet, const KeychainItem &item, Then<Presence> then);
    /// Of an open wallet; Denied where the person does not let this program use it.
    void handle(const QString &wallet, const KeychainItem &item, Then<int> then);

    SessionBus &m_bus;
};

} // namespace tokenry
