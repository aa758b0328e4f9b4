// SPDX-License-Identifier: MIT
#pragma once

#include "base/pending.h"
#include "base/secret.h"
#include "domain/keychainitem.h"

#include <QString>

namespace tokenry
{

struct KeychainError
{
    enum class Kind {
        Missing,      // no session bus, or no keychain service on it
        NoCollection, // the service has no keyring yet
        Locked,       // and it could not be unlocked without asking
        Dismissed,    // the person did not unlock it
        Denied,
        NotAnswering, // no answer in time; an operation may still be waiting for a password
        NotFound,
        Failed,    // the keychain said so
        NameTaken, // another item has the name; never written over
        NotKept,   // it reported success, but reading back gave something else
        BusLost,   // the session bus died: no keychain any more in this process
    };

    Kind kind = Kind::Failed;
    /// The keychain's own words, in its locale, for the details; never a secret.
    QString technical;

    friend bool operator==(const KeychainError &, const KeychainError &) = default;
};

/// Whether asking the person to unlock the keyring, or to make one, is the way on.
[[nodiscard]] constexpr bool unlockingHelps(KeychainError::Kind kind)
{
    using Kind = KeychainError::Kind;
    return kind == Kind::Locked || kind == Kind::Dismissed || kind == Kind::NoCollection;
}

/// Where secrets would go, as people know it.
struct KeychainPlace
{
    /// "GNOME Keyring", "KDE Wallet", …
    QString service;
    /// "Login"
    QString collection;
    /// Who serves it now (a bus name's owner): a change means another process answers.
    QString owner;
    bool locked = false;
    /// It has no password, and what it holds lies on the disk as plain text. False also where nobody can
    /// tell.
    bool plainText = false;

    friend bool operator==(const KeychainPlace &, const KeychainPlace &) = default;
};

/// The operating system's keychain. Nothing blocks or asks the person but unlock(): else locked is Locked
/// (where locks show; macOS and Windows ask by themselves). Every operation answers in bounded time
/// (NotAnswering). Only write() keeps a secret's copy, and only until its answer.
class Keychain
{
public:
    virtual ~Keychain() = default;

    // Item names per system, see the README.
    [[nodiscard]] virtual KeychainItem tokenItem(const QString &profileSlug, const QString &name) const = 0;
    [[nodiscard]] virtual KeychainItem managementTokenItem(const QString &accountId,
                                                           const QString &host) const = 0;

    /// Looks without asking.
    [[nodiscard]] virtual PendingPtr<KeychainPlace, KeychainError> look() = 0;
    /// Asks the person to unlock, where it is locked; to make a keyring, where there is none yet.
    [[nodiscard]] virtual PendingPtr<KeychainPlace, KeychainError> unlock() = 0;
    /// Writes, reads, compares and removes an item "Tokenry self-test (safe to delete)".
    [[nodiscard]] virtual PendingPtr<KeychainPlace, KeychainError> prove() = 0;
    /// Whether the item is there, also in a locked keyring, without asking.
    [[nodiscard]] virtual PendingPtr<bool, KeychainError> contains(const KeychainItem &item) = 0;
    [[nodiscard]] virtual PendingPtr<Secret, KeychainError> read(const KeychainItem &item) = 0;
    /// Writes, reads back and compares.
    [[nodiscard]] virtual PendingPtr<Done, KeychainError> write(const KeychainItem &item,
                                                                const Secret &secret) = 0;
    /// Removes and makes sure it is gone; an item that was not there is no error.
    [[nodiscard]] virtual PendingPtr<Done, KeychainError> remove(const KeychainItem &item) = 0;
};

} // namespace tokenry
