// SPDX-License-Identifier: MIT
#pragma once

#include "domain/profile.h"
#include "journeys/democontrol.h"
#include "wording/errortext.h"

namespace tokenry
{

/// What the demo's profile for such a cluster is called.
[[nodiscard]] QString demoProfileName(Environment environment);

/// What the next Create token does, as an entry of the Demo menu; None: "Works as it should".
[[nodiscard]] QString textFor(DemoFault fault);
/// The same in a word or two, for a button; empty for None.
[[nodiscard]] QString shortTextFor(DemoFault fault);
/// The same for the management token that may not create, while it is used.
[[nodiscard]] QString readOnlyTokenInShort();

/// The change as an entry of the Demo menu.
[[nodiscard]] QString textFor(const DemoChange &change);
/// It was made, and Tokenry was not told.
[[nodiscard]] ErrorText changedText(const DemoChange &change);
[[nodiscard]] ErrorText changeRefusedText(const QString &why);

} // namespace tokenry
