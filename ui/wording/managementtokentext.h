// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"
#include "ports/keychain.h"
#include "wording/errortext.h"

#include <QStringList>

namespace tokenry
{

/// Why the management token could not be put into the keychain.
[[nodiscard]] ErrorText managementTokenNotStored(const KeychainError &error);
/// The question before the one in the keychain is replaced; \a users are the other profiles that use it.
[[nodiscard]] ErrorText managementTokenThere(const ClusterAddress &address, const QStringList &users);
/// Why the management token could not be read from the keychain.
[[nodiscard]] ErrorText managementTokenNotRead(const KeychainError &error);
/// The keychain answered, and has none for this account and host.
[[nodiscard]] ErrorText managementTokenNotThere(const ClusterAddress &address);
/// The two commands that lead on from there, each with what it is for: for the details.
[[nodiscard]] QString waysToAManagementToken(const QString &requestingCommand, const KeychainItem &item);
/// The question before an account's token goes to a host for the first time.
[[nodiscard]] ErrorText managementTokenNotYetAllowed(const ClusterAddress &address);

/// The command that puts a management token where it is looked for, the token asked for without echo. For
/// bash on Linux.
[[nodiscard]] QString provisioningCommand(const KeychainItem &item);

} // namespace tokenry
