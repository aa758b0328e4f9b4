// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/activationwatch.h"

#include <memory>
#include <vector>

namespace tokenry
{

class Issuance;

/// The watches over new tokens that go on after the person has left them, until each is known and told.
class Activations : public QObject
{
    Q_OBJECT

public:
    using Watches = std::vector<std::shared_ptr<ActivationWatch>>;

    /// \a trusted outlives this.
    Activations(TokenProbeFactory makeProbe, TrustedOrigins &trusted, ActivationWatch::Timing timing = {},
                QObject *parent = nullptr);
    ~Activations() override;

    /// Watches the token that was just issued, at once where nothing has to be asked. It is the caller's;
    /// ends with the token's secret when that is given up or revoked.
    [[nodiscard]] std::shared_ptr<ActivationWatch> watch(const Issuance &issuance) const;
    /// Takes a watch over that still runs; another is forgotten.
    void goOnWith(std::shared_ptr<ActivationWatch> watch);

    [[nodiscard]] Watches running() const;
    /// Active or given up, and not dismissed.
    [[nodiscard]] Watches toTell() const;
    void cancel(const std::shared_ptr<ActivationWatch> &watch);
    void dismiss(const Watches &told);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] Watches those(bool (*wanted)(const ActivationState &)) const;

    const TokenProbeFactory m_makeProbe;
    TrustedOrigins &m_trusted;
    const ActivationWatch::Timing m_timing;
    Watches m_watches;
};

} // namespace tokenry
