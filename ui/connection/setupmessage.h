// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/profilesetup.h"

namespace tokenry
{

class MessageBar;

/// Says in the bar how the setup of the profile stands, without buttons; clears it where there is nothing to
/// say. \a tokenItem is where its management token is looked for.
void sayState(MessageBar &bar, const ProfileSetup::State &state, const Profile &profile,
              const KeychainItem &tokenItem);

} // namespace tokenry
