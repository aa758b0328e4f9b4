// SPDX-License-Identifier: MIT
#pragma once

#include "base/pending.h"
#include "base/secret.h"
#include "domain/clusteraddress.h"
#include "ports/keychain.h"
#include "ports/profilestore.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <variant>

namespace tokenry
{

/// Why there is no management token to send.
enum class CredentialFault {
    /// The person has not yet allowed this account's token to go to this origin.
    OriginNotTrusted,
    /// The keychain holds none for the account and host.
    NoToken,
};
using CredentialError = std::variant<CredentialFault, KeychainError>;

/// The management token of one account at one origin: given for this session only, or read from the keychain
/// when it is needed and forgotten after ten idle minutes. Bound to its origin: unless that is trusted,
/// nothing is handed out.
class ManagementCredential : public QObject
{
    Q_OBJECT

public:
    ManagementCredential(ClusterAddress address, Keychain &keychain, TrustedOrigins &trusted,
                         QObject *parent = nullptr);
    ~ManagementCredential() override;

    /// Keeps the token in memory for this session, not in the keychain; the person who gives it trusts the
    /// origin.
    void useForSession(Secret token);
    [[nodiscard]] bool isForSession() const { return m_forSession; }
    /// Gives a copy of a token that is kept for this session to \a other, where that is for the same account
    /// at the same place.
    void shareSessionTokenWith(ManagementCredential &other) const;
    /// The keychain has another token by now than what is kept here, for this session or otherwise.
    void useKeychain();
    [[nodiscard]] bool isOriginTrusted() const;
    /// The person allowed it.
    [[nodiscard]] Result<Done, StorageError> trustOrigin();
    /// Forgets the copy read from the keychain, for example after the server refused it.
    void forget();
    /// While what this gives lives, no idle time makes the copy forgotten: the keychain may not be there to
    /// give it again when a token has to be taken back.
    [[nodiscard]] std::shared_ptr<const void> keepAtHand();
    /// After so long without use it is forgotten.
    void setIdleTime(std::chrono::milliseconds time) { m_idle.setInterval(time); }

    /// Lends the token to \a use, or hands \a fail the reason; one of them is called, from here or later,
    /// unless \a context dies first.
    void withToken(QObject *context, std::function<void(const Secret &)> use,
                   std::function<void(CredentialError)> fail);

private:
    void touch();
    void idle();

    ClusterAddress m_address;
    Keychain &m_keychain;
    TrustedOrigins &m_trusted;
    Secret m_token;
    bool m_forSession = false;
    /// Counts the times another token took the place of the one before.
    quint64 m_generation = 0;
    QTimer m_idle;
    std::weak_ptr<const void> m_kept;
};

} // namespace tokenry
