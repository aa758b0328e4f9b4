// SPDX-License-Identifier: MIT
#pragma once

#include "domain/answerdifference.h"
#include "domain/tokenrequest.h"
#include "journeys/clustersession.h"
#include "journeys/issuancestate.h"
#include "journeys/recovery.h"
#include "ports/keychain.h"
#include "ports/ledger.h"
#include "ports/managementapi.h"
#include "wire/encodedcall.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace tokenry
{

/// One token from Review to rest: reviewed, created by exactly one POST, its secret saved, read back and
/// given out of hand. Begins when Review opens; has connections of its own, warm by the time of the click.
/// Owns the secret; the reveal dialog reads it here and nowhere else.
class Issuance : public QObject
{
    Q_OBJECT

public:
    Issuance(TokenRequest request, std::shared_ptr<ClusterSession> session,
             const ManagementApiFactory &makeApi, Keychain &keychain, Ledger &ledger,
             QObject *parent = nullptr);
    ~Issuance() override;

    [[nodiscard]] const TokenRequest &request() const { return m_request; }
    /// What is reviewed and what is sent.
    [[nodiscard]] const EncodedCall &call() const { return m_call; }
    [[nodiscard]] const Profile &profile() const { return m_session->profile(); }
    [[nodiscard]] const ClusterSession &session() const { return *m_session; }
    [[nodiscard]] const IssuanceState &state() const { return m_state; }
    /// Where the secret goes (or went) under the name chosen.
    [[nodiscard]] KeychainItem keychainItem() const;

    // Review
    /// Opens the connection, writes the creation into the ledger and proves the keychain.
    void begin();
    /// Once more, after the ledger could not be written.
    void openRecord();
    void setKeep(Keep keep);
    void setKeychainName(const QString &name);
    void proveKeychain();
    /// Asks the person to unlock the keychain, then proves it.
    void unlockKeychain();
    /// The person allows the management token to go to this cluster's origin.
    [[nodiscard]] Result<Done, StorageError> allowOrigin();
    void create();
    /// Milliseconds since the request left; -1 before.
    [[nodiscard]] qint64 waitedMs() const;
    /// While the keychain is looked at once more nothing was sent yet, and Review is as before.
    void stopWaiting();

    // An unclear outcome
    /// Looks for the token; from the unclear outcome until the next creation, null otherwise. Whoever goes
    /// on with it after this journey shares it.
    [[nodiscard]] const std::shared_ptr<Recovery> &recovery() const { return m_recovery; }
    /// Creates anew once the candidate chosen is revoked; the person's one click is for both.
    void revokeOrphanAndCreate();

    // After the answer
    /// Valid while the secret is in memory; empty before and after.
    [[nodiscard]] const Secret &secret() const { return m_secret; }
    /// As the server answered; not there when the answer could not be read beside the secret.
    [[nodiscard]] const std::optional<Token> &token() const { return m_token; }
    [[nodiscard]] bool secretContradicted() const { return m_secretContradicted; }
    [[nodiscard]] bool secretUnusual() const { return m_secretUnusual; }
    [[nodiscard]] const std::vector<AnswerDifference> &answerDifferences() const { return m_differences; }
    /// Something about the answer is not as it should be.
    [[nodiscard]] bool answerIsOdd() const;
    /// The person has seen the answer: an odd one is not told at the next start.
    void markAnswerRead();
    void retrySave();
    /// Unlocks first, then saves again.
    void unlockAndRetrySave();
    void saveUnder(const QString &name);
    void markCopied();
    void declareSafe(bool safe);
    /// Whether the answer says which token to take back, and that it is this one.
    [[nodiscard]] bool canRevoke() const;
    /// Takes the token back on the server; on success the secret is forgotten.
    void revoke();
    /// Asks the person to unlock the keychain, which has the management token, then revokes.
    void unlockAndRevoke();
    /// Gives the secret up; the token stays on the server.
    void discard();
    /// Wipes the secret; only where state().canFinish().
    void finish();

Q_SIGNALS:
    void stateChanged();

private:
    void apply(const issuance::Event &event);
    void lookUpName();
    void recheckThenSend();
    void recheckName();
    void send();
    [[nodiscard]] bool markSending();
    void take(Creation creation);
    void refuse(const ApiError &error);
    void renewApi();
    void save();
    void saveIfFree();
    [[nodiscard]] ClusterAddress tokenAddress() const;
    void sendRevocation(const ClusterAddress &where);
    void saveOverOwn();
    void failToStore(KeychainError::Kind kind);
    void forgetSecret();
    void recover();
    void followRecovery();
    void settle(LedgerEntry::Outcome outcome);
    void note(const ledger::Step &step);

    const TokenRequest m_request;
    const std::shared_ptr<ClusterSession> m_session;
    const EncodedCall m_call;
    const ManagementApiFactory m_makeApi;
    std::unique_ptr<ManagementApi> m_api;
    Keychain &m_keychain;
    Ledger &m_ledger;
    std::shared_ptr<LedgerRecord> m_record;
    std::shared_ptr<Recovery> m_recovery;
    bool m_createWhenRevoked = false;
    IssuanceState m_state;
    std::unique_ptr<QObject> m_click;
    std::shared_ptr<PendingBase> m_creating;
    QElapsedTimer m_sentAt;
    std::chrono::milliseconds m_clickedSinceBoot{0};
    Secret m_secret;
    /// The name under which writing was tried: what is there may be ours.
    QString m_attempted;
    /// The management token, as long as the new one may have to be taken back.
    std::shared_ptr<const void> m_credentialKept;
    std::optional<Token> m_token;
    std::vector<AnswerDifference> m_differences;
    /// At the click.
    QSet<QString> m_idsBefore;
    bool m_secretContradicted = false;
    bool m_secretUnusual = false;
    /// The keychain name is still ours to propose.
    bool m_proposing = false;
};

} // namespace tokenry
