// SPDX-License-Identifier: MIT
#include "keychain/libsecret.h"

#include <QLibrary>

namespace tokenry
{

void reconnectLibsecret()
{
    // The name that QtKeychain loads it by.
    QLibrary library(QStringLiteral("secret-1"), 0);
    if (auto *disconnect = reinterpret_cast<void (*)()>(library.resolve("secret_service_disconnect")))
        disconnect();
}

} // namespace tokenry
