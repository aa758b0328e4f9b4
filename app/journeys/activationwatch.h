// SPDX-License-Identifier: MIT
#pragma once

#include "domain/profile.h"
#include "journeys/activationstate.h"
#include "ports/trustedorigins.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace tokenry
{

/// Tries a token that was just created at its cluster's URL until it is accepted, for some minutes. Keeps a
/// copy of the secret for as long as it tries, and not longer.
class ActivationWatch : public QObject
{
    Q_OBJECT

public:
    struct Subject
    {
        Profile profile;
        QString description;
        PermissionSet permissions;
        /// The cluster's; null where they were not read.
        DatabaseCatalog::Ptr databases;
    };

    struct Timing
    {
        ActivationTempo tempo = {};
        /// Some time that never goes backwards.
        std::function<std::chrono::milliseconds()> now = steadyNow;

        [[nodiscard]] static std::chrono::milliseconds steadyNow();
    };

    /// Made when the token is; \a trusted outlives this.
    ActivationWatch(Subject subject, const TokenProbeFactory &makeProbe, TrustedOrigins &trusted,
                    Timing timing);
    ~ActivationWatch() override;

    [[nodiscard]] const Subject &subject() const { return m_subject; }
    [[nodiscard]] const ActivationState &state() const { return m_state; }
    /// Since the token was made; stands still once it is known how the watch ended.
    [[nodiscard]] std::chrono::milliseconds elapsed() const;

    /// The secret is lent in all three. Begins unless something stands in the way or it runs already.
    void begin(const Secret &secret);
    /// The person allows the cluster's origin to get tokens of this account from now on, this one first.
    [[nodiscard]] Result<Done, StorageError> allow(const Secret &secret);
    /// Once more after it gave up or was cancelled, or if it was not allowed.
    void checkAgain(const Secret &secret);
    void cancel();

Q_SIGNALS:
    void stateChanged();

private:
    [[nodiscard]] bool mayBeSent() const;
    void apply(const activation::Event &event);
    void tryParts();

    const Subject m_subject;
    const TokenProbeFactory m_makeProbe;
    TrustedOrigins &m_trusted;
    const Timing m_timing;
    ActivationState m_state;
    std::unique_ptr<TokenProbe> m_probe;
    Secret m_secret;
    const std::chrono::milliseconds m_madeAt;
    std::chrono::milliseconds m_begunAt{0};
    std::chrono::milliseconds m_endedAt;
    /// Tells the answers of this round of tries from late ones.
    quint64 m_round = 0;
    QTimer m_pause;
};

} // namespace tokenry
