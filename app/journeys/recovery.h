// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/recoverystate.h"
#include "ports/ledger.h"
#include "ports/managementapi.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace tokenry
{

/// A creation whose outcome is not known, brought to one that is: the secret is found in the keychain, or the
/// token on the cluster and then revoked or kept, or it is certain that there is none. Holds the creation's
/// record until then; when this goes before, the question stays open in the ledger.
class Recovery : public QObject
{
    Q_OBJECT

public:
    /// "Not there" is provisional: looked again so long after the first time.
    using Pauses = std::array<std::chrono::milliseconds, 2>;
    static constexpr Pauses usualPauses{std::chrono::seconds(30), appearsWithin};

    /// The ledger and the keychain outlive this.
    Recovery(std::shared_ptr<LedgerRecord> record, const Ledger &ledger,
             std::shared_ptr<ClusterSession> session, const ManagementApiFactory &makeApi, Keychain &keychain,
             QObject *parent = nullptr);
    ~Recovery() override;

    [[nodiscard]] const LedgerEntry &entry() const { return m_record->entry(); }
    [[nodiscard]] const RecoveryState &state() const { return m_state; }
    [[nodiscard]] const ClusterSession &session() const { return *m_session; }

    /// Before start().
    void setPauses(const Pauses &pauses) { m_pauses = pauses; }
    /// Before start(), where the click was made by this very run: see Clock::sinceBoot().
    void setClicked(std::chrono::milliseconds sinceBoot) { m_clickedSinceBoot = sinceBoot; }
    /// Looks by itself from now on, in the keychain or on the cluster as the record asks for.
    void start();
    /// Once more, now.
    void lookAgain();
    /// Asks the person to unlock the keychain, then looks into it.
    void unlockKeychain();
    void choose(const QString &tokenId);
    /// The candidate chosen.
    void revoke();
    void keep();
    /// The person has read that the answer was odd; what was created stays.
    void acknowledge();
    /// It was not created, or is none of the candidates; only where that is final.
    void close();
    /// The person has looked without Tokenry: that ends the question.
    void conclude(Finding finding);
    /// Whether *not there* ends it, too: the token does not appear any more.
    [[nodiscard]] bool canBeAbsent() const;

Q_SIGNALS:
    void stateChanged();

private:
    void apply(const recovery::Event &event);
    void settle(LedgerEntry::Outcome outcome, const QString &tokenId = {});
    void checkKeychain();
    void readSecret();
    void missSecret(bool itemThere);
    void tellOdd();
    [[nodiscard]] Token knownToken() const;
    void look();
    void readList(const std::function<void(Result<TokenList, ClusterSession::Problem>)> &then);
    void checkWhetherGone(const QString &tokenId, ApiError notFound);
    void take(const TokenList &list);
    void lookForItem();
    void lookLater(std::chrono::milliseconds atLeast = {});
    /// \a now is the server's.
    [[nodiscard]] TimeSpan clicked(const QDateTime &now, qint64 ahead) const;
    void failKeychain(const KeychainError &error);
    void forgetIfRefused(const ApiError &error);

    const std::shared_ptr<LedgerRecord> m_record;
    const Ledger &m_ledger;
    const std::shared_ptr<ClusterSession> m_session;
    const std::unique_ptr<ManagementApi> m_api;
    Keychain &m_keychain;
    RecoveryState m_state;
    Pauses m_pauses = usualPauses;
    /// Since the first look.
    QElapsedTimer m_since;
    /// The person is being asked for the keychain's password.
    bool m_unlocking = false;
    std::optional<std::chrono::milliseconds> m_clickedSinceBoot;
    QTimer m_again;
};

} // namespace tokenry
