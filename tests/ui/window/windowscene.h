// SPDX-License-Identifier: MIT
#pragma once

#include "common/secretclipboard.h"
#include "support/fakes/fakecluster.h"
#include "support/fakes/fakedraftstore.h"
#include "support/fakes/fakeinfluxctlprofiles.h"
#include "support/fakes/fakeinhibitor.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/fakeledger.h"
#include "support/fakes/fakeprobes.h"
#include "support/fakes/fakeprofilestore.h"
#include "support/fakes/fakerequestfiles.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/fakes/fixedclock.h"
#include "support/person/person.h"
#include "window/mainwindow.h"

#include <map>
#include <memory>

namespace tokenry::testsupport
{

/// The real window over fake ports: two profiles, both trusted, with a management token in the keychain and a
/// few databases.
class WindowScene
{
public:
    explicit WindowScene(bool withProfiles = true);

    /// Makes the window and shows it, with the profile asked for on the command line if there is one.
    void open(const QString &asked = {});
    /// As with --demo.
    void openDemo();

    [[nodiscard]] static Profile profile(const QString &name, Environment environment,
                                         const QString &account);
    [[nodiscard]] int rows() const;
    /// The token as the only creation in the ledger asks for it.
    [[nodiscard]] Token faithful() const;
    /// From now on creations get no answer; \a created: the token is there all the same.
    void loseAnswers(bool created = true);

    FakeProfileStore store;
    FakeInfluxctlProfiles influxctl;
    FakeTrustedOrigins trusted;
    FakeRequestFiles requestFiles;
    FakeDraftStore drafts;
    FakeKeychain keychain;
    FakeLedger ledger;
    FakeInhibitor inhibitor;
    FakeCluster cluster;
    FakeProbes probes;
    /// As in IssuanceScene.
    ActivationTempo tempo;
    std::chrono::milliseconds steadyTime{0};
    FixedClock clock{QDateTime({2026, 11, 23}, {14, 3})};
    std::unique_ptr<SecretClipboard> clipboard;
    QString demoProgram;
    QByteArray geometry;
    QString lastProfile;
    std::map<QString, QByteArray> views;
    std::unique_ptr<MainWindow> window;
    Person person;

private:
    void make();
};

} // namespace tokenry::testsupport
