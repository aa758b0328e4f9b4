// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/clustersession.h"
#include "journeys/connectiontest.h"
#include "journeys/democluster.h"
#include "wording/apierrortext.h"

namespace tokenry
{

/// Why there is no answer from the profile's cluster.
[[nodiscard]] ErrorText textFor(const ClusterSession::Problem &problem, const ClusterAddress &address,
                                Situation situation);

/// What is odd although the cluster answered; the headline is empty where nothing is.
[[nodiscard]] ErrorText cautionAbout(const ClusterSession &session);

/// "Trying again in 4 s (1 of 3)."
[[nodiscard]] QString retryText(int seconds, int number);
[[nodiscard]] QString readingAgainText();

/// "221 databases, 757 tokens, read 14:03", or "as of 13:40" when reading again failed or goes on. What is
/// not known is left out; empty before the first answer.
[[nodiscard]] QString countsText(const ClusterSession::State &state, const QDateTime &now);
/// Its beginning, for where there is no room: "221 databases, 757 active tokens". Something was read.
[[nodiscard]] QString countsInShort(const ClusterSession::State &state);
/// "14:03", with the date in front when that was on another day.
[[nodiscard]] QString timeOfReading(const QDateTime &readAt, const QDateTime &now);

/// What a test of the connection found; the clock first where it is off.
[[nodiscard]] ErrorText foundText(const ConnectionTest::Found &found);
/// Whether foundText() is about something odd.
[[nodiscard]] bool isOdd(const ConnectionTest::Found &found);
/// "221 databases, 757 tokens; clock 3 s apart"
[[nodiscard]] QString textFor(const ConnectionTest::Found &found);

[[nodiscard]] ErrorText textFor(DemoCluster::Failure failure, const QString &technical);

} // namespace tokenry
