// SPDX-License-Identifier: MIT
#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace tokenry
{

/// Where Tokenry keeps its files, after the XDG Base Directory Specification. Nothing is created here.
struct StandardDirectories
{
    /// Profiles: $XDG_CONFIG_HOME/tokenry, ~/.config/tokenry, or what --config says.
    QString config;
    /// What Tokenry remembers by itself: $XDG_STATE_HOME/tokenry or ~/.local/state/tokenry.
    QString state;
    /// Where influxctl may keep its configuration, the likeliest first; only read.
    QStringList influxctlFiles = {};
    /// What ends with the program: $XDG_RUNTIME_DIR/tokenry, or STATE/run.
    QString runtime = {};
    /// Tells the programs of different --config directories apart; empty for the usual one.
    QString variant = {};

    [[nodiscard]] static StandardDirectories of(const QProcessEnvironment &environment,
                                                const QString &configOverride = {});

    [[nodiscard]] QString ledgerDirectory() const;
    [[nodiscard]] QString trustedOriginsFile() const;
    [[nodiscard]] QString windowSettingsFile() const;
    [[nodiscard]] QString draftsDirectory() const;
};

} // namespace tokenry
