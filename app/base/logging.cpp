// SPDX-License-Identifier: MIT
#include "base/logging.h"

namespace tokenry
{

Q_LOGGING_CATEGORY(logApi, "tokenry.api", QtInfoMsg)
Q_LOGGING_CATEGORY(logDesktop, "tokenry.desktop", QtInfoMsg)
Q_LOGGING_CATEGORY(logKeychain, "tokenry.keychain", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "tokenry.storage", QtInfoMsg)

} // namespace tokenry
