// SPDX-License-Identifier: MIT
#pragma once

#include "domain/keychainitem.h"

#include <QByteArray>
#include <QProcess>

namespace tokenry::test
{

/// The real kwalletd5 in a private session (with-keyring -m none), started as a log-in starts it: its wallet
/// is made with the log-in's password and opened without a dialog.
class KWalletDaemon
{
public:
    KWalletDaemon();
    ~KWalletDaemon();
    KWalletDaemon(const KWalletDaemon &) = delete;
    KWalletDaemon &operator=(const KWalletDaemon &) = delete;

    /// Once more, after it ended. False when the wallet does not open in time.
    [[nodiscard]] bool start();
    /// At once, whatever it has not yet written.
    void kill();
    [[nodiscard]] bool closeWallet();

    /// What another program (kwallet-query) reads.
    [[nodiscard]] static QByteArray lookUp(const KeychainItem &item);

private:
    QProcess m_daemon;
};

} // namespace tokenry::test
