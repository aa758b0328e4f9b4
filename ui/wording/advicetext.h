// SPDX-License-Identifier: MIT
#pragma once

#include "domain/advice.h"

#include <QString>

namespace tokenry
{

/// What advice says.
namespace advicetext
{

/// "Danger", "Caution", "Note".
[[nodiscard]] QString word(Advice::Weight weight);
/// What it is, in one sentence, with its word in front.
[[nodiscard]] QString headline(const Advice &advice);
/// What follows from it.
[[nodiscard]] QString meaning(const Advice &advice);
/// "2 more notes in Review" for those that are not shown.
[[nodiscard]] QString more(const std::vector<Advice> &others);

/// On a button.
[[nodiscard]] QString remedy(const Remedy &remedy);
/// The same from Review, where nothing can be changed: "Back and expire in 90 days".
[[nodiscard]] QString remedyFromReview(const Remedy &remedy);
/// Exactly what the button will do; empty where its label says it all.
[[nodiscard]] QString remedyMeans(const Remedy &remedy);
/// "Show it", "Show them".
[[nodiscard]] QString showTokens(const Advice &advice);
/// Over the list of these tokens.
[[nodiscard]] QString tokensTitle(const Advice &advice);

} // namespace advicetext

} // namespace tokenry
