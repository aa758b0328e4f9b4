// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/preflight.h"
#include "keychain/sessionbus.h"

#include <QDBusObjectPath>

namespace tokenry
{

/// The Secret Service of the session (GNOME Keyring, KeePassXC, …), spoken to without libsecret:
/// https://specifications.freedesktop.org/secret-service/latest/
class SecretService : public Preflight
{
    Q_OBJECT

public:
    explicit SecretService(SessionBus &bus, QObject *parent = nullptr);

    /// The collection where new items go. Errors: Missing, NoCollection, NotAnswering, BusLost, Failed.
    void look(Then<KeychainPlace> then) override;
    /// Asks for the password; for a new keyring where there is none. Errors: as look(), Dismissed, Locked.
    void unlock(const std::optional<KeychainItem> &wanted, Then<KeychainPlace> then) override;
    void search(const KeychainItem &item, Then<Presence> then) override;
    void settle(const KeychainItem &item, Then<Done> then) override;

private:
    struct Found
    {
        QList<QDBusObjectPath> unlocked;
        QList<QDBusObjectPath> locked;
    };

    /// In all collections.
    void find(const KeychainItem &item, Then<Found> then);
    void findCollection(Then<QDBusObjectPath> then);
    void describe(const QDBusObjectPath &collection, Then<KeychainPlace> then);
    void nameService(KeychainPlace place, Then<KeychainPlace> then);
    void unlockPaths(const QList<QDBusObjectPath> &paths, Then<KeychainPlace> then);
    void createCollection(Then<KeychainPlace> then);
    void prompt(const QString &path, Then<KeychainPlace> then);

    SessionBus &m_bus;
};

} // namespace tokenry
