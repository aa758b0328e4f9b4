// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace tokenry
{

/// What the person asked for on the command line.
struct CommandLine
{
    enum class Show { Window, Version, Help };

    Show show = Show::Window;
    /// Slug or name of the profile to open; empty: the one used last.
    QString profile;
    bool demo = false;
    /// Directory that holds the profiles in place of the XDG one; empty: that.
    QString configDirectory;
    /// A request to open, as given; empty: none.
    QString file;

    /// Without the program's name. An error is a sentence for the terminal.
    [[nodiscard]] static Result<CommandLine, QString> parse(const QStringList &arguments);
    [[nodiscard]] static QString help();
};

} // namespace tokenry
