// SPDX-License-Identifier: MIT
#pragma once

#include "domain/permissionset.h"
#include "domain/profile.h"
#include "wording/errortext.h"

#include <optional>

namespace tokenry
{

/// What was taken from a token for the draft of a profile.
struct TemplateFacts
{
    /// Of the profile the token was made on.
    QString from;
    PermissionSet permissions;
    /// Names that are not on the other cluster; unset until its list was read.
    std::optional<QStringList> missing;
    /// There was a draft before.
    bool replaced = false;
};

/// After "Another with the same permissions".
[[nodiscard]] ErrorText anotherText(const TemplateFacts &facts);
/// After "Use as template", on the other profile.
[[nodiscard]] ErrorText templateText(const TemplateFacts &facts);
/// A profile as an entry of the chooser: its name and its environment.
[[nodiscard]] QString templateTarget(const Profile &profile);

} // namespace tokenry
