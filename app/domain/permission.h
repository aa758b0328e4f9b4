// SPDX-License-Identifier: MIT
#pragma once

#include "domain/resource.h"

#include <QHash>

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

/// A number for one action on one resource, as on the wire. Sums of them tell sets of permissions apart and
/// follow single ticks; good for this run of the program only.
[[nodiscard]] inline quint64 fingerprintOf(Action action, QStringView resource)
{
    // Mixed once more, so that sums of similar names spread, too (the finish of SplitMix64).
    quint64 bits = qHash(resource, action == Action::Write ? 0x5bd1e995U : 0x1b873593U);
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31);
}

/// A permission of a token on the server that Tokenry cannot read: shown as found, never sent.
struct UnknownPermission
{
    QString action;
    QString resource;

    friend bool operator==(const UnknownPermission &, const UnknownPermission &) = default;
};

} // namespace tokenry
