// SPDX-License-Identifier: MIT
#include "keychain/systemkeychain.h"

#include "base/logging.h"
#include "keychain/keychainnaming.h"
#include "keychain/keychainthread.h"
#include "keychain/keychainworker.h"

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace tokenry
{

using Kind = KeychainError::Kind;

SystemKeychain::SystemKeychain(KeychainTimeouts timeouts)
    : m_timeouts(timeouts), m_worker(std::make_unique<KeychainWorker>(timeouts.call))
{
}

SystemKeychain::~SystemKeychain()
{
    leave();
    if (m_farewell && !m_farewell->isOver())
        qCWarning(logKeychain, "the keychain hangs and is left alone");
}

void SystemKeychain::leave()
{
    for (const Question &question : std::exchange(m_open, {}))
        question.giveUp();
    if (m_worker && m_worker->thread() != QThread::currentThread())
        m_farewell.emplace(std::move(m_worker));
}

template <class T>
PendingPtr<T, KeychainError> SystemKeychain::ask(const char *verb, std::chrono::milliseconds limit,
                                                 Work<T> work)
{
    const auto pending = Pending<T, KeychainError>::make();
    const Flag wanted = std::make_shared<std::atomic_bool>(true);
    const auto giveUp = [waiting = std::weak_ptr(pending), wanted, verb] {
        const auto stillOpen = waiting.lock();
        if (!stillOpen || stillOpen->isFinished())
            return;
        *wanted = false;
        qCInfo(logKeychain, "%s: given up", verb);
        Pending<T, KeychainError>::resolve(stillOpen, unexpected(KeychainError{Kind::NotAnswering, {}}));
    };
    pending->setCanceller(giveUp);
    QTimer::singleShot(limit, pending.get(), giveUp);
    std::erase_if(m_open, [](const Question &question) {
        const auto stillOpen = question.pending.lock();
        return !stillOpen || stillOpen->isFinished();
    });
    m_open.push_back({pending, giveUp});

    QElapsedTimer clock;
    clock.start();
    if (m_worker->thread() == QThread::currentThread())
        m_worker->moveToThread(keychainThread());
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), work = std::move(work), pending, wanted, verb, clock] {
            work(*worker, wanted, [pending, verb, clock](Result<T, KeychainError> answer) {
                qCInfo(logKeychain, "%s: %s after %lld ms", verb, answer ? "done" : "failed",
                       static_cast<long long>(clock.elapsed()));
                Pending<T, KeychainError>::resolve(pending, std::move(answer));
            });
        });
    return pending;
}

KeychainItem SystemKeychain::tokenItem(const QString &profileSlug, const QString &name) const
{
    return tokenry::tokenItem(currentKeychainSystem(), profileSlug, name);
}

KeychainItem SystemKeychain::managementTokenItem(const QString &accountId, const QString &host) const
{
    return tokenry::managementTokenItem(currentKeychainSystem(), accountId, host);
}

PendingPtr<KeychainPlace, KeychainError> SystemKeychain::look()
{
    return ask<KeychainPlace>("look", m_timeouts.operation,
                              [](KeychainWorker &worker, const Flag &, auto then) { worker.look(then); });
}

PendingPtr<KeychainPlace, KeychainError> SystemKeychain::unlock()
{
    return ask<KeychainPlace>("unlock", m_timeouts.prompt,
                              [](KeychainWorker &worker, const Flag &, auto then) { worker.unlock(then); });
}

PendingPtr<KeychainPlace, KeychainError> SystemKeychain::prove()
{
    return ask<KeychainPlace>(
        "prove", m_timeouts.operation,
        [](KeychainWorker &worker, const Flag &wanted, auto then) { worker.prove(wanted, then); });
}

PendingPtr<bool, KeychainError> SystemKeychain::contains(const KeychainItem &item)
{
    return ask<bool>(
        "contains", m_timeouts.operation,
        [item](KeychainWorker &worker, const Flag &, auto then) { worker.contains(item, then); });
}

PendingPtr<Secret, KeychainError> SystemKeychain::read(const KeychainItem &item)
{
    return ask<Secret>("read", m_timeouts.operation,
                       [item](KeychainWorker &worker, const Flag &, auto then) { worker.read(item, then); });
}

PendingPtr<Done, KeychainError> SystemKeychain::write(const KeychainItem &item, const Secret &secret)
{
    return ask<Done>("write", m_timeouts.operation,
                     [item, copy = std::make_shared<const Secret>(secret.clone())](
                         KeychainWorker &worker, const Flag &wanted, auto then) {
                         worker.write(item, copy, wanted, then);
                     });
}

PendingPtr<Done, KeychainError> SystemKeychain::remove(const KeychainItem &item)
{
    return ask<Done>("remove", m_timeouts.operation,
                     [item](KeychainWorker &worker, const Flag &, auto then) { worker.remove(item, then); });
}

} // namespace tokenry
