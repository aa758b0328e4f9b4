// SPDX-License-Identifier: MIT
#pragma once

#include "domain/keychainitem.h"

namespace tokenry
{

/// The systems whose keychains name items differently.
enum class KeychainSystem { Linux, MacOs, Windows };

/// The one this program was built for.
[[nodiscard]] KeychainSystem currentKeychainSystem();

/// The secret kept as NAME for a profile. Linux shows the service as the item's label; Windows ignores the
/// service, so its key is unique alone; Telegraf's secret store finds the item under the names used on macOS
/// and Windows.
[[nodiscard]] KeychainItem tokenItem(KeychainSystem system, const QString &profileSlug, const QString &name);

/// The management token of an account, used only against the host.
[[nodiscard]] KeychainItem managementTokenItem(KeychainSystem system, const QString &accountId,
                                               const QString &host);

/// What prove() writes and removes again.
[[nodiscard]] KeychainItem selfTestItem(KeychainSystem system);

} // namespace tokenry
