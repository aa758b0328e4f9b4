// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace tokenry
{

/// Where a secret lies in the operating system's keychain, in its own terms.
struct KeychainItem
{
    QString service;
    QString key;

    friend bool operator==(const KeychainItem &, const KeychainItem &) = default;
};

/// Whether a secret may be kept under the name: [A-Za-z0-9_]+ (what Telegraf can refer to), at most 64
/// characters, and not ending in _next or _prev, which belong to rotation.
[[nodiscard]] bool isKeychainName(const QString &name);

/// A keychain name made of the description: "Telegraf edge-west · OPS-1" gives telegraf_edge_west_ops_1.
[[nodiscard]] QString keychainNameFor(const QString &description);
/// The next name to try when the name is taken: x gives x_2, x_2 gives x_3. Longer numbers belong to the
/// name: ops_1412 gives ops_1412_2, not another ticket.
[[nodiscard]] QString nextKeychainName(const QString &name);

} // namespace tokenry
