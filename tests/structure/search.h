// SPDX-License-Identifier: MIT
#pragma once

#include "structure/sourcetree.h"

#include <functional>

namespace tokenry::structure
{

/// Matches of \a pattern in the code (no comments, no literals) of app/ and ui/.
[[nodiscard]] QStringList inProgram(const SourceTree &tree, const QString &pattern,
                                    const std::function<bool(const SourceFile &)> &concerns = {});
/// The same in tests/.
[[nodiscard]] QStringList inTests(const SourceTree &tree, const QString &pattern,
                                  const std::function<bool(const SourceFile &)> &concerns = {});

} // namespace tokenry::structure
