// SPDX-License-Identifier: MIT
#include "support/fakes/fakekeychain.h"

namespace tokenry::testsupport
{

namespace
{

std::pair<QString, QString> nameOf(const KeychainItem &item)
{
    return {item.service, item.key};
}

} // namespace

void FakeKeychain::fail(Operation operation, KeychainError::Kind kind, const QString &technical)
{
    m_failures.insert_or_assign(operation, KeychainError{kind, technical});
}

void FakeKeychain::release(Operation operation)
{
    m_held.erase(operation);
    std::vector<std::function<void()>> answers;
    for (auto [at, end] = m_waiting.equal_range(operation); at != end; ++at)
        answers.push_back(at->second);
    m_waiting.erase(operation);
    for (const auto &give : answers)
        give();
}

int FakeKeychain::calls(Operation operation) const
{
    const auto found = m_calls.find(operation);
    return found == m_calls.end() ? 0 : found->second;
}

void FakeKeychain::put(const KeychainItem &item, const QByteArray &secret)
{
    m_items.insert_or_assign(nameOf(item), Secret::copyOf(secret));
}

bool FakeKeychain::holds(const KeychainItem &item, const QByteArray &secret) const
{
    const auto found = m_items.find(nameOf(item));
    return found != m_items.end() && found->second.equals(Secret::copyOf(secret));
}

KeychainItem FakeKeychain::tokenItem(const QString &profileSlug, const QString &name) const
{
    return {QStringLiteral("tokenry/%1/%2").arg(profileSlug, name), name};
}

KeychainItem FakeKeychain::managementTokenItem(const QString &accountId, const QString &host) const
{
    return {QStringLiteral("tokenry/management/%1@%2").arg(accountId, host),
            QStringLiteral("management_token")};
}

template <class T>
PendingPtr<T, KeychainError> FakeKeychain::answer(Operation operation,
                                                  std::function<Result<T, KeychainError>()> work)
{
    ++m_calls[operation];
    const auto pending = Pending<T, KeychainError>::make();
    const auto give = [this, pending, operation, work = std::move(work)] {
        const auto failure = m_failures.find(operation);
        if (failure != m_failures.end())
            Pending<T, KeychainError>::resolve(pending, unexpected(failure->second));
        else
            Pending<T, KeychainError>::resolve(pending, work());
    };
    if (m_held.contains(operation))
        m_waiting.emplace(operation, give);
    else
        give();
    return pending;
}

PendingPtr<KeychainPlace, KeychainError> FakeKeychain::look()
{
    return answer<KeychainPlace>(Operation::Look, [this] { return place; });
}

PendingPtr<KeychainPlace, KeychainError> FakeKeychain::unlock()
{
    return answer<KeychainPlace>(Operation::Unlock, [this] {
        place.locked = false;
        std::erase_if(m_failures, [](const auto &failure) {
            using Kind = KeychainError::Kind;
            const Kind kind = failure.second.kind;
            return kind == Kind::Locked || kind == Kind::Dismissed || kind == Kind::NoCollection;
        });
        return place;
    });
}

PendingPtr<KeychainPlace, KeychainError> FakeKeychain::prove()
{
    return answer<KeychainPlace>(Operation::Prove, [this]() -> Result<KeychainPlace, KeychainError> {
        if (place.locked)
            return unexpected(KeychainError{KeychainError::Kind::Locked, {}});
        return place;
    });
}

PendingPtr<bool, KeychainError> FakeKeychain::contains(const KeychainItem &item)
{
    return answer<bool>(Operation::Contains, [this, name = nameOf(item)] { return m_items.contains(name); });
}

PendingPtr<Secret, KeychainError> FakeKeychain::read(const KeychainItem &item)
{
    return answer<Secret>(Operation::Read, [this, name = nameOf(item)]() -> Result<Secret, KeychainError> {
        const auto found = m_items.find(name);
        if (found == m_items.end())
            return unexpected(KeychainError{KeychainError::Kind::NotFound, {}});
        return found->second.clone();
    });
}

PendingPtr<Done, KeychainError> FakeKeychain::write(const KeychainItem &item, const Secret &secret)
{
    // std::function wants something copyable; the copy dies with the answer.
    const auto copy = std::make_shared<Secret>(secret.clone());
    return answer<Done>(Operation::Write, [this, name = nameOf(item), copy] {
        m_items.insert_or_assign(name, copy->clone());
        return Done{};
    });
}

PendingPtr<Done, KeychainError> FakeKeychain::remove(const KeychainItem &item)
{
    return answer<Done>(Operation::Remove, [this, name = nameOf(item)] {
        m_items.erase(name);
        return Done{};
    });
}

} // namespace tokenry::testsupport
