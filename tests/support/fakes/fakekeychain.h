// SPDX-License-Identifier: MIT
#pragma once

#include "ports/keychain.h"

#include <functional>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace tokenry::testsupport
{

/// A keychain in memory that fails and dawdles as the test tells it. By default everything works at once.
class FakeKeychain final : public Keychain
{
public:
    enum class Operation { Look, Unlock, Prove, Contains, Read, Write, Remove };

    /// What look(), unlock() and prove() find.
    KeychainPlace place{QStringLiteral("GNOME Keyring"), QStringLiteral("Login"), QStringLiteral(":1.7"),
                        false};

    /// Every call of the operation fails so until succeed().
    void fail(Operation operation, KeychainError::Kind kind, const QString &technical = {});
    void succeed(Operation operation) { m_failures.erase(operation); }
    /// Calls of the operation get no answer until release().
    void hold(Operation operation) { m_held.insert(operation); }
    void release(Operation operation);
    /// How often the operation was asked for.
    [[nodiscard]] int calls(Operation operation) const;

    void put(const KeychainItem &item, const QByteArray &secret);
    [[nodiscard]] bool holds(const KeychainItem &item, const QByteArray &secret) const;
    [[nodiscard]] qsizetype itemCount() const { return static_cast<qsizetype>(m_items.size()); }

    [[nodiscard]] KeychainItem tokenItem(const QString &profileSlug, const QString &name) const override;
    [[nodiscard]] KeychainItem managementTokenItem(const QString &accountId,
                                                   const QString &host) const override;
    [[nodiscard]] PendingPtr<KeychainPlace, KeychainError> look() override;
    /// Opens place, unless told to fail.
    [[nodiscard]] PendingPtr<KeychainPlace, KeychainError> unlock() override;
    [[nodiscard]] PendingPtr<KeychainPlace, KeychainError> prove() override;
    [[nodiscard]] PendingPtr<bool, KeychainError> contains(const KeychainItem &item) override;
    [[nodiscard]] PendingPtr<Secret, KeychainError> read(const KeychainItem &item) override;
    [[nodiscard]] PendingPtr<Done, KeychainError> write(const KeychainItem &item,
                                                        const Secret &secret) override;
    [[nodiscard]] PendingPtr<Done, KeychainError> remove(const KeychainItem &item) override;

private:
    using Name = std::pair<QString, QString>;

    /// Answers with what \a work gives, now or when released, unless the operation is told to fail.
    template <class T>
    PendingPtr<T, KeychainError> answer(Operation operation, std::function<Result<T, KeychainError>()> work);

    std::map<Name, Secret> m_items;
    std::map<Operation, KeychainError> m_failures;
    std::map<Operation, int> m_calls;
    std::set<Operation> m_held;
    std::multimap<Operation, std::function<void()>> m_waiting;
};

} // namespace tokenry::testsupport
