// SPDX-License-Identifier: MIT
#pragma once

#include "domain/resource.h"

#include <array>
#include <compare>

namespace tokenry
{

enum class Action { Read, Write };
inline constexpr std::array allActions{Action::Read, Action::Write};

/// One action on one resource. Write does not include read.
struct Permission
{
    Resource resource;
    Action action = Action::Read;

    friend bool operator==(const Permission &, const Permission &) = default;
    friend std::strong_ordering operator<=>(const Permission &, const Permission &) = default;
};

/// A permission of a token on the server that Tokenry cannot read: shown as found, never sent.
struct UnknownPermission
{
    QString action;
    QString resource;

    friend bool operator==(const UnknownPermission &, const UnknownPermission &) = default;
};

} // namespace tokenry
