// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ledgerentry.h"
#include "domain/profile.h"
#include "support/democlusterprocess.h"
#include "support/keyring/keyringsession.h"
#include "support/puppet/puppeteer.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace tokenry::test
{

/// The whole program, in a process of its own, at a demo cluster, in a private keyring session. Each open()
/// begins with a state of its own.
class Stage
{
public:
    /// Whether the profile has a cluster URL, at which new tokens are tried.
    enum class Trying { No, Yes };

    /// Starts the cluster, unless it runs, and puts its management token into the keychain.
    [[nodiscard]] bool prepare(Trying trying = Trying::No);
    /// Before open(): a second profile, "outpost", for another cluster of the same account.
    [[nodiscard]] bool prepareOutpost();
    /// Starts the program and waits until its window has read the databases.
    [[nodiscard]] bool open(const Patience &patience = {});
    /// Starts it once more on the state that is there, after it ended.
    [[nodiscard]] bool openAgain();
    [[nodiscard]] bool review(const QString &description) { return m_program->review(description); }
    [[nodiscard]] bool reviewReady(const QString &description) { return m_program->reviewReady(description); }
    /// From reviewReady() with the cluster standing still until the whole POST lies before it, unread.
    [[nodiscard]] bool post(const QString &description);

    /// Whether the window moved all the time since it was told to "beat". What hangs here hangs for longer.
    [[nodiscard]] bool isAlive();

    [[nodiscard]] Puppeteer &program() { return *m_program; }
    void drop() { m_program.reset(); }
    /// The cluster answers nobody while this lives.
    [[nodiscard]] std::unique_ptr<Stopped> stopCluster();
    /// For good.
    void killCluster();

    /// Where the token of that description goes.
    [[nodiscard]] KeychainItem item(const QString &description) const;
    /// IDs of the active tokens with the description.
    [[nodiscard]] QStringList onCluster(const QString &description) const;
    /// Of the program that is or was open; all of them.
    [[nodiscard]] std::vector<LedgerEntry> ledger() const;
    /// The only one; not there where there is none or several.
    [[nodiscard]] std::optional<LedgerEntry> entry() const;

    [[nodiscard]] const tests::DemoClusterProcess &cluster() const { return m_cluster; }
    [[nodiscard]] QString state() const;

private:
    [[nodiscard]] bool start(const Patience &patience);
    [[nodiscard]] bool requestLiesBeforeTheCluster() const;
    QTemporaryDir m_directory;
    tests::DemoClusterProcess m_cluster;
    Profile m_profile;
    std::unique_ptr<Puppeteer> m_program;
    int m_round = 0;
};

} // namespace tokenry::test
