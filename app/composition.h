// SPDX-License-Identifier: MIT
#pragma once

#include "api/activationprobe.h"
#include "api/managementclient.h"
#include "common/secretclipboard.h"
#include "desktop/desktopinhibitor.h"
#include "keychain/systemkeychain.h"
#include "ports/clock.h"
#include "storage/draftfiles.h"
#include "storage/influxctlconfig.h"
#include "storage/ledgerfiles.h"
#include "storage/profilefiles.h"
#include "storage/requestfilesondisk.h"
#include "storage/standarddirectories.h"
#include "storage/trustedoriginfile.h"
#include "storage/windowsettings.h"
#include "window/mainwindow.h"

class QSessionManager;

namespace tokenry
{

class SingleInstance;
struct Handover;

/// All parts, each made once and handed to those who need it. Needs a QApplication; touches neither network
/// nor keychain.
class Composition
{
public:
    /// \a demoProgram is the demo cluster's executable.
    Composition(const StandardDirectories &directories, QString demoProgram, KeychainTimeouts timeouts = {});
    ~Composition();
    Composition(const Composition &) = delete;
    Composition &operator=(const Composition &) = delete;

    /// What must not wait for the window to close: the ledger is on disk and says why a creation under way
    /// got no further, the clipboard forgets a secret, drafts are kept.
    void prepareToEnd();
    /// What a desktop session is answered that is about to end and asks whether it may. \a mayAsk: whether
    /// the person may be asked something before.
    [[nodiscard]] bool letSessionEnd(bool mayAsk);
    [[nodiscard]] MainWindow &window() { return *m_window; }
    /// Does what a start asks for, this one or a later one.
    void follow(const Handover &asked);
    /// Listens: from now on the window comes to the front for each later start, and does what that asks for.
    void serve(SingleInstance &instance);

private:
    void answer(QSessionManager &session);
    [[nodiscard]] WindowParts parts(QString demoProgram);

    SystemClock m_clock;
    ProfileFiles m_profiles;
    InfluxctlConfigFile m_influxctl;
    TrustedOriginFile m_trusted;
    WindowSettings m_settings;
    /// Before the slug in the settings, where the profiles are not the usual ones.
    const QString m_variant;
    RequestFilesOnDisk m_requestFiles;
    DraftFiles m_drafts;
    SystemKeychain m_keychain;
    LedgerFiles m_ledger;
    DesktopInhibitor m_inhibitor;
    SecretClipboard m_clipboard;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace tokenry
