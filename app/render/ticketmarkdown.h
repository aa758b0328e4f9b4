// SPDX-License-Identifier: MIT
#pragma once

#include "domain/profile.h"
#include "domain/tokenrequest.h"

#include <QString>

namespace tokenry
{

/// A request for a tracker: Markdown as GitHub, GitLab and their like read it, and legible where it is not
/// rendered. Writes first. Every name and description is code, so that whatever it looks like (markup, a
/// link, a mention, a number of another ticket) stays text.
///
/// \a environment is the word for the profile's; \a now gives the person's time zone.
[[nodiscard]] QString ticketMarkdown(const Profile &profile, const QString &environment,
                                     const TokenRequest &request, const QDateTime &now);

} // namespace tokenry
