// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/profilesetup.h"

namespace tokenry
{

class MessageBar;

/// Says in the bar how the setup stands, without buttons; clears it where there is nothing to say.
void sayState(MessageBar &bar, const ProfileSetup::State &state, const ClusterAddress &address);

} // namespace tokenry
