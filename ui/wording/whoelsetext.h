// SPDX-License-Identifier: MIT
#pragma once

#include "domain/access.h"

#include <QString>

namespace tokenry
{

/// What the column "Who else" says.
namespace whoelsetext
{

/// "9 read", "2 write"; empty for none.
[[nodiscard]] QString count(Action action, qsizetype tokens);
/// "9 read, 2 write", or "nobody yet".
[[nodiscard]] QString counts(qsizetype readers, qsizetype writers);
/// The tokens by their descriptions, the first of them where they are many.
[[nodiscard]] QString names(const Access &access, const QString &database);
/// What the column says; \a known: the list of tokens was read.
[[nodiscard]] QString means(bool known);
/// "billing_events?"
[[nodiscard]] QString didYouMean(const QString &listed);
[[nodiscard]] QString useIt();
/// What "Use it" does.
[[nodiscard]] QString useItMeans(const QString &missing, const QString &listed);

} // namespace whoelsetext

} // namespace tokenry
