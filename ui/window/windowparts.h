// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/activationwatch.h"
#include "journeys/clustersession.h"
#include "ports/clock.h"
#include "ports/draftstore.h"
#include "ports/influxctlprofiles.h"
#include "ports/inhibitor.h"
#include "ports/keychain.h"
#include "ports/ledger.h"
#include "ports/managementapi.h"
#include "ports/profilestore.h"
#include "ports/requestfiles.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace tokenry
{

class SecretClipboard;

/// What the window works with, made by main. The references outlive the window.
struct WindowParts
{
    ProfileStore &profiles;
    const InfluxctlProfiles &influxctl;
    TrustedOrigins &trusted;
    Keychain &keychain;
    Ledger &ledger;
    Inhibitor &inhibitor;
    const Clock &clock;
    SecretClipboard &clipboard;
    RequestFiles &requestFiles;
    DraftStore &drafts;
    ManagementApiFactory makeApi;
    ClusterSessionFactory makeSession;
    TokenProbeFactory makeProbe;
    ActivationWatch::Timing activationTiming = {};
    /// Path of the demo cluster's executable.
    QString demoProgram;
    /// As QWidget::saveGeometry() has it; either may be unset.
    std::function<QByteArray()> loadGeometry;
    std::function<void(const QByteArray &)> saveGeometry;
    /// Slug of the profile that was shown last; either may be unset.
    std::function<QString()> loadLastProfile;
    std::function<void(const QString &)> saveLastProfile;
    /// How a profile's place looked, by slug, as of ComposePage::view(); either may be unset.
    std::function<QByteArray(const QString &)> loadView;
    std::function<void(const QString &, const QByteArray &)> saveView;
};

} // namespace tokenry
