// SPDX-License-Identifier: MIT
#pragma once

#include "domain/permission.h"

namespace tokenry
{

/// Which actions are meant: none, reading, writing, or both.
struct ActionSet
{
    bool read = false;
    bool write = false;

    [[nodiscard]] static constexpr ActionSet only(Action action)
    {
        return {action == Action::Read, action == Action::Write};
    }
    [[nodiscard]] static constexpr ActionSet both() { return {true, true}; }

    [[nodiscard]] constexpr bool isEmpty() const { return !read && !write; }
    [[nodiscard]] constexpr bool has(Action action) const { return action == Action::Write ? write : read; }
    constexpr ActionSet &operator|=(ActionSet other)
    {
        read = read || other.read;
        write = write || other.write;
        return *this;
    }

    friend bool operator==(const ActionSet &, const ActionSet &) = default;
};

/// What kind of program a token is for; it says what that usually has to do.
enum class Preset { TelegrafWriter, GrafanaReader, Application };

[[nodiscard]] constexpr ActionSet actionsOf(Preset preset)
{
    switch (preset) {
    case Preset::TelegrafWriter:
        return ActionSet::only(Action::Write);
    case Preset::GrafanaReader:
        return ActionSet::only(Action::Read);
    case Preset::Application:
        break;
    }
    return ActionSet::both();
}

} // namespace tokenry
