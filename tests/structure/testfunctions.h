// SPDX-License-Identifier: MIT
#pragma once

#include <QSet>
#include <QString>

namespace tokenry::structure
{

/// The functions `void x()` that the classes of a test's source declare.
struct TestFunctions
{
    /// Which Qt Test calls.
    QSet<QString> inSlots;
    /// Which somebody has to call.
    QSet<QString> others;
};

/// \a code is without comments and literals.
[[nodiscard]] TestFunctions testFunctionsIn(const QString &code);

} // namespace tokenry::structure
