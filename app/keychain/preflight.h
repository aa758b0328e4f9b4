// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/then.h"

#include <QObject>

#include <optional>

namespace tokenry
{

/// What QtKeychain does not say about the keychain behind it: whether it is there, locked, and holds an item.
/// Lives in the keychain's thread; every answer comes within the call timeout, but unlock()'s, which waits
/// for a person.
class Preflight : public QObject
{
    Q_OBJECT

public:
    enum class Presence {
        Absent,
        Present,
        PresentLocked, // it is there, but cannot be read now
        Unknown,       // only reading can tell
    };

    using QObject::QObject;

    /// Never asks the person.
    virtual void look(Then<KeychainPlace> then) = 0;
    /// \a wanted may lie in another collection than look()'s, which then is unlocked, too.
    virtual void unlock(const std::optional<KeychainItem> &wanted, Then<KeychainPlace> then) = 0;
    /// Never asks the person; finds locked items, too.
    virtual void search(const KeychainItem &item, Then<Presence> then) = 0;
    /// After a write: brings it to disk where the service would take its time.
    virtual void settle(const KeychainItem &item, Then<Done> then) = 0;

protected:
    /// After unlocking: look(), and Locked where it still is.
    void lookUnlocked(Then<KeychainPlace> then)
    {
        look(onSuccess<KeychainPlace>(then, [then](const KeychainPlace &place) {
            if (place.locked)
                then(unexpected(KeychainError{KeychainError::Kind::Locked, {}}));
            else
                then(place);
        }));
    }
};

} // namespace tokenry
