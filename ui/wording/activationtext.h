// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/activations.h"
#include "wording/errortext.h"

namespace tokenry
{

/// Whether the new token is accepted, or what is asked before that is tried, for the one who sees it made.
[[nodiscard]] ErrorText activationText(const ActivationWatch &watch);
/// Where a secret is about to go: "https://cluster.example.com", with the CA file that vouches for it.
[[nodiscard]] QString activationTarget(const ActivationWatch &watch);
/// "1 activating"; at least one.
[[nodiscard]] QString activatingText(qsizetype count);
/// "“Telegraf edge-west” on prod-eu: not accepted yet, 12 s"
[[nodiscard]] QString activatingLine(const ActivationWatch &watch);
/// What became of a watch that went on by itself.
[[nodiscard]] ErrorText activationEndedText(const ActivationWatch &watch);
/// Of several tokens that all are active.
[[nodiscard]] ErrorText allActiveText(const Activations::Watches &watches);

} // namespace tokenry
