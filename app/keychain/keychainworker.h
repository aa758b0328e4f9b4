// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/glibbus.h"
#include "keychain/keychainjobs.h"
#include "keychain/keychaintimeouts.h"
#include "keychain/preflight.h"
#include "keychain/sessionbus.h"

namespace tokenry
{

/// The keychain's operations, step by step; lives in the keychain's own thread, where a slow service blocks
/// nobody.
class KeychainWorker : public QObject
{
    Q_OBJECT

public:
    explicit KeychainWorker(std::chrono::milliseconds callTimeout);

    void look(Then<KeychainPlace> then);
    void unlock(Then<KeychainPlace> then);
    void prove(Wanted wanted, Then<KeychainPlace> then);
    void contains(const KeychainItem &item, Then<bool> then);
    void read(const KeychainItem &item, Then<Secret> then);
    void write(const KeychainItem &item, std::shared_ptr<const Secret> secret, Wanted wanted,
               Then<Done> then);
    void remove(const KeychainItem &item, Then<Done> then);

private:
    using Presence = Preflight::Presence;

    /// Finds out once which keychain QtKeychain uses here.
    void ready(std::function<void()> next);
    /// Writes, compares and removes the item of the self-test, \a attempts times before it is given up.
    void tryOut(Wanted wanted, int attempts, Then<Done> then);
    void lookUnlocked(Then<KeychainPlace> then);
    void writeAndCompare(const KeychainItem &item, std::shared_ptr<const Secret> secret, Wanted wanted,
                         Then<Done> then);
    void compare(const KeychainItem &item, std::shared_ptr<const Secret> secret, Then<Done> then);
    void removeAndVerify(const KeychainItem &item, Then<Done> then);
    void isThere(const KeychainItem &item, Then<bool> then);
    /// QtKeychain's errors do not tell a lock, a dead service or a lost bus: another look does.
    template <class T>
    void explain(const KeychainError &error, Then<T> then);

    SessionBus m_bus;
    GlibBus m_glibBus;
    KeychainJobs m_jobs;
    std::unique_ptr<Preflight> m_preflight;
    QString m_lastOwner;
    /// The one that could not be read last, for unlock().
    std::optional<KeychainItem> m_lockedItem;
};

} // namespace tokenry
