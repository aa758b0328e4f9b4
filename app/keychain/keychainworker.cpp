// SPDX-License-Identifier: MIT
#include "keychain/keychainworker.h"

#include "keychain/keychainnaming.h"
#include "keychain/kwallet.h"
#include "keychain/libsecret.h"
#include "keychain/opaquekeychain.h"
#include "keychain/secretservice.h"

#include <QRandomGenerator>
#include <QTimer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tokenry
{

using Kind = KeychainError::Kind;

KeychainWorker::KeychainWorker(std::chrono::milliseconds callTimeout) : m_bus(callTimeout, this), m_jobs(this)
{
}

void KeychainWorker::ready(std::function<void()> next)
{
    if (m_preflight)
        return next();
    if (const KeychainSystem system = currentKeychainSystem(); system != KeychainSystem::Linux) {
        m_preflight = std::make_unique<OpaqueKeychain>(system);
        return next();
    }
    m_glibBus.keepProcessAlive();
    if (!KWallet::isPreferredIn(QProcessEnvironment::systemEnvironment())) {
        m_preflight = std::make_unique<SecretService>(m_bus);
        return next();
    }
    auto wallet = std::make_shared<KWallet>(m_bus);
    wallet->answers([this, wallet, next = std::move(next)](const Result<Done, KeychainError> &there) {
        if (!m_preflight && there)
            m_preflight = std::make_unique<KWallet>(m_bus);
        else if (!m_preflight)
            m_preflight = std::make_unique<SecretService>(m_bus);
        next();
    });
}

template <class T>
void KeychainWorker::explain(const KeychainError &error, Then<T> then)
{
    if (m_glibBus.isLost())
        return then(unexpected(KeychainError{Kind::BusLost, error.technical}));
    m_preflight->look([error, then](const Result<KeychainPlace, KeychainError> &place) {
        KeychainError explained = error;
        if (!place)
            explained.kind = place.error().kind;
        else if (place->locked)
            explained.kind = Kind::Locked;
        then(unexpected(explained));
    });
}

void KeychainWorker::look(Then<KeychainPlace> then)
{
    ready([this, then = std::move(then)] {
        m_preflight->look(onSuccess<KeychainPlace>(then, [this, then](const KeychainPlace &place) {
            if (place.owner != m_lastOwner)
                reconnectLibsecret();
            m_lastOwner = place.owner;
            then(place);
        }));
    });
}

void KeychainWorker::unlock(Then<KeychainPlace> then)
{
    ready([this, then = std::move(then)] {
        m_preflight->unlock(m_lockedItem,
                            onSuccess<KeychainPlace>(then, [this, then](const KeychainPlace &place) {
                                m_lockedItem.reset();
                                then(place);
                            }));
    });
}

void KeychainWorker::lookUnlocked(Then<KeychainPlace> then)
{
    look(onSuccess<KeychainPlace>(then, [then](const KeychainPlace &place) {
        if (place.locked)
            then(unexpected(KeychainError{Kind::Locked, {}}));
        else
            then(place);
    }));
}

void KeychainWorker::prove(Wanted wanted, Then<KeychainPlace> then)
{
    lookUnlocked(onSuccess<KeychainPlace>(then, [this, wanted, then](const KeychainPlace &place) {
        constexpr int attempts = 3;
        tryOut(wanted, attempts, onSuccess<Done>(then, [place, then](Done) { then(place); }));
    }));
}

// All instances use the one item, so that a crash leaves one behind at most: another instance that tries the
// keychain at the same time looks like a keychain that does not keep what it was given.
void KeychainWorker::tryOut(Wanted wanted, int attempts, Then<Done> then)
{
    const KeychainItem item = selfTestItem(currentKeychainSystem());
    QByteArray value = "fake-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    const auto secret = std::make_shared<const Secret>(Secret::takeFrom(value));
    const auto end = [this, wanted, attempts, then](const Result<Done, KeychainError> &tried) {
        const bool disturbed =
            !tried && (tried.error().kind == Kind::NotKept || tried.error().kind == Kind::Failed);
        if (!disturbed || attempts <= 1)
            return then(tried);
        // Not in step with the other one.
        const std::chrono::milliseconds pause(QRandomGenerator::global()->bounded(50, 400));
        QTimer::singleShot(pause, this, [=, this] { tryOut(wanted, attempts - 1, then); });
    };
    writeAndCompare(item, secret, wanted, [this, item, end](const Result<Done, KeychainError> &kept) {
        // Whatever became of it: nothing is left behind.
        removeAndVerify(
            item, [kept, end](const Result<Done, KeychainError> &removed) { end(kept ? removed : kept); });
    });
}

void KeychainWorker::write(const KeychainItem &item, std::shared_ptr<const Secret> secret, Wanted wanted,
                           Then<Done> then)
{
    // An empty text means "remove" to KWallet.
    if (secret->isEmpty())
        return then(unexpected(KeychainError{Kind::Failed, u"an empty secret is not stored"_s}));
    lookUnlocked(onSuccess<KeychainPlace>(then, [this, item, secret, wanted, then](const KeychainPlace &) {
        writeAndCompare(item, secret, wanted, then);
    }));
}

void KeychainWorker::writeAndCompare(const KeychainItem &item, std::shared_ptr<const Secret> secret,
                                     Wanted wanted, Then<Done> then)
{
    m_jobs.write(
        item, secret, wanted, [this, item, secret, then](const Result<Done, KeychainError> &written) {
            if (!written)
                return explain(written.error(), then);
            m_preflight->settle(item, [this, item, secret, then](const Result<Done, KeychainError> &settled) {
                if (settled)
                    compare(item, secret, then);
                else
                    then(unexpected(settled.error()));
            });
        });
}

void KeychainWorker::compare(const KeychainItem &item, std::shared_ptr<const Secret> secret, Then<Done> then)
{
    m_jobs.read(item, [this, secret, then](const Result<Secret, KeychainError> &kept) {
        if (kept && kept->equals(*secret))
            return then(Done());
        if (!kept && kept.error().kind != Kind::NotFound)
            return explain(kept.error(), then);
        explain(KeychainError{Kind::NotKept, kept ? QString() : kept.error().technical}, then);
    });
}

void KeychainWorker::read(const KeychainItem &item, Then<Secret> then)
{
    look(onSuccess<KeychainPlace>(then, [this, item, then](const KeychainPlace &place) {
        m_preflight->search(
            item, onSuccess<Presence>(then, [this, item, place, then](Presence presence) {
                if (presence == Presence::PresentLocked)
                    m_lockedItem = item;
                if (presence == Presence::PresentLocked || (presence == Presence::Absent && place.locked))
                    return then(unexpected(KeychainError{Kind::Locked, {}}));
                if (presence == Presence::Absent)
                    return then(unexpected(KeychainError{Kind::NotFound, {}}));
                m_jobs.read(item, [this, then](Result<Secret, KeychainError> secret) {
                    if (!secret)
                        explain(secret.error(), then);
                    else if (secret->isEmpty())
                        // How KWallet says that it failed; Tokenry never stores an empty one.
                        explain(KeychainError{Kind::Failed, u"the item came back empty"_s}, then);
                    else
                        then(std::move(secret));
                });
            }));
    }));
}

void KeychainWorker::contains(const KeychainItem &item, Then<bool> then)
{
    look([this, item, then](const Result<KeychainPlace, KeychainError> &place) {
        // Without a keyring of one's own there may still be another one.
        if (!place && place.error().kind != Kind::NoCollection)
            return then(unexpected(place.error()));
        isThere(item, then);
    });
}

void KeychainWorker::isThere(const KeychainItem &item, Then<bool> then)
{
    m_preflight->search(item, onSuccess<Presence>(then, [this, item, then](Presence presence) {
                            if (presence != Presence::Unknown)
                                return then(presence != Presence::Absent);
                            m_jobs.read(item, [then](const Result<Secret, KeychainError> &secret) {
                                if (secret || secret.error().kind == Kind::NotFound)
                                    then(secret.has_value());
                                else
                                    then(unexpected(secret.error()));
                            });
                        }));
}

void KeychainWorker::remove(const KeychainItem &item, Then<Done> then)
{
    look([this, item, then](const Result<KeychainPlace, KeychainError> &place) {
        if (!place && place.error().kind == Kind::NoCollection)
            return then(Done());
        if (!place)
            return then(unexpected(place.error()));
        if (place->locked)
            return then(unexpected(KeychainError{Kind::Locked, {}}));
        removeAndVerify(item, then);
    });
}

void KeychainWorker::removeAndVerify(const KeychainItem &item, Then<Done> then)
{
    m_jobs.remove(item, [this, item, then](const Result<Done, KeychainError> &removed) {
        // macOS and Windows call it an error to remove what is not there.
        if (!removed && removed.error().kind != Kind::NotFound)
            return explain(removed.error(), then);
        isThere(item, onSuccess<bool>(then, [this, then](bool there) {
                    if (there)
                        explain(KeychainError{Kind::Failed, u"removed, but still there"_s}, then);
                    else
                        then(Done());
                }));
    });
}

} // namespace tokenry
