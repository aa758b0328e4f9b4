// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace tokenry
{

// Verbs, ids and counts only: never a body, a header or a name that came from a keychain.
Q_DECLARE_LOGGING_CATEGORY(logApi)
Q_DECLARE_LOGGING_CATEGORY(logDesktop)
Q_DECLARE_LOGGING_CATEGORY(logKeychain)
Q_DECLARE_LOGGING_CATEGORY(logStorage)

} // namespace tokenry
