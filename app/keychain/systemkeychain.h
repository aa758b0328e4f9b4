// SPDX-License-Identifier: MIT
#pragma once

#include "base/farewell.h"
#include "keychain/keychaintimeouts.h"
#include "keychain/then.h"
#include "ports/keychain.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tokenry
{

class KeychainWorker;

/// The operating system's keychain through QtKeychain, in a thread beside the window's. Touches nothing
/// before the first question. Its destruction takes no longer than a Farewell, whatever hangs: open questions
/// are answered NotAnswering and what still runs is left alone.
class SystemKeychain : public Keychain
{
public:
    explicit SystemKeychain(KeychainTimeouts timeouts = {});
    ~SystemKeychain() override;
    SystemKeychain(const SystemKeychain &) = delete;
    SystemKeychain &operator=(const SystemKeychain &) = delete;

    /// Begins its end without waiting for it; nothing may be asked any more.
    void leave();

    [[nodiscard]] KeychainItem tokenItem(const QString &profileSlug, const QString &name) const override;
    [[nodiscard]] KeychainItem managementTokenItem(const QString &accountId,
                                                   const QString &host) const override;

    [[nodiscard]] PendingPtr<KeychainPlace, KeychainError> look() override;
    [[nodiscard]] PendingPtr<KeychainPlace, KeychainError> unlock() override;
    [[nodiscard]] PendingPtr<KeychainPlace, KeychainError> prove() override;
    [[nodiscard]] PendingPtr<bool, KeychainError> contains(const KeychainItem &item) override;
    [[nodiscard]] PendingPtr<Secret, KeychainError> read(const KeychainItem &item) override;
    [[nodiscard]] PendingPtr<Done, KeychainError> write(const KeychainItem &item,
                                                        const Secret &secret) override;
    [[nodiscard]] PendingPtr<Done, KeychainError> remove(const KeychainItem &item) override;

private:
    /// Set to false when nobody waits any more.
    using Flag = std::shared_ptr<std::atomic_bool>;
    template <class T>
    using Work = std::function<void(KeychainWorker &, const Flag &, Then<T>)>;

    struct Question
    {
        std::weak_ptr<PendingBase> pending;
        std::function<void()> giveUp;
    };

    template <class T>
    PendingPtr<T, KeychainError> ask(const char *verb, std::chrono::milliseconds limit, Work<T> work);

    KeychainTimeouts m_timeouts;
    /// Lives in the keychain's thread from the first question on.
    std::unique_ptr<KeychainWorker> m_worker;
    std::vector<Question> m_open;
    std::optional<Farewell> m_farewell;
};

} // namespace tokenry
