// SPDX-License-Identifier: MIT
#pragma once

#include "ports/keychain.h"
#include "wording/errortext.h"

#include <QString>

#include <optional>

namespace tokenry
{

/// What was being done when the keychain failed; it decides what the failure means for the token.
enum class KeychainSituation {
    BeforeCreating, // nothing was created, nothing is lost
    AfterCreating,  // the token exists and its secret is in memory only
};

[[nodiscard]] ErrorText textFor(const KeychainError &error, KeychainSituation situation);
/// What the button says where unlockingHelps(): \a unlock, unless there is no keyring to unlock yet.
[[nodiscard]] QString unlockLabel(KeychainError::Kind kind, const QString &unlock);
/// "Unlock…" or "Make a keyring…"
[[nodiscard]] QString unlockLabel(KeychainError::Kind kind);
/// Whether asking the keychain again can go better, in this run of the program.
[[nodiscard]] bool tryingAgainHelps(KeychainError::Kind kind);

/// While the keychain asks the person for its password.
[[nodiscard]] ErrorText waitingForPassword();
/// What to do when the keychain takes unusually long: \a meanwhile is the way on without it.
[[nodiscard]] QString slowKeychain(const QString &meanwhile);
/// A keychain that can be relied on and hides nothing; \a proven says that it was tried.
[[nodiscard]] ErrorText plainTextKeyring(const QString &proven);
/// The same where a management token is about to be saved: in a profile, or in an import.
[[nodiscard]] QString plainTextKeyringForProfile();
[[nodiscard]] QString plainTextKeyringForImport();

/// "GNOME Keyring › Login"
[[nodiscard]] QString textFor(const KeychainPlace &place);
/// The item in full, as other programs find it: "service tokenry/prod-eu/telegraf, key telegraf".
[[nodiscard]] QString fullName(const KeychainItem &item);
/// "GNOME Keyring › Login › tokenry/prod-eu/telegraf"; without the place where that is not known.
[[nodiscard]] QString whereabouts(const std::optional<KeychainPlace> &place, const KeychainItem &item);

} // namespace tokenry
