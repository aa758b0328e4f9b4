// SPDX-License-Identifier: MIT
#include "journeys/activations.h"

#include "journeys/issuance.h"

#include <algorithm>

namespace tokenry
{

namespace
{

ActivationWatch::Subject subjectOf(const Issuance &issuance)
{
    return {issuance.profile(), issuance.request().description(),
            // What the server permits is what can be tried, also where it differs.
            issuance.token() ? issuance.token()->permissions : issuance.request().permissions(),
            issuance.session().state().databases};
}

} // namespace

Activations::Activations(TokenProbeFactory makeProbe, TrustedOrigins &trusted, ActivationWatch::Timing timing,
                         QObject *parent)
    : QObject(parent), m_makeProbe(std::move(makeProbe)), m_trusted(trusted), m_timing(std::move(timing))
{
}

Activations::~Activations() = default;

std::shared_ptr<ActivationWatch> Activations::watch(const Issuance &issuance) const
{
    auto watch = std::make_shared<ActivationWatch>(subjectOf(issuance), m_makeProbe, m_trusted, m_timing);
    connect(&issuance, &Issuance::stateChanged, watch.get(), [&issuance, its = watch.get()] {
        using Custody = IssuanceState::Custody;
        const Custody custody = issuance.state().custody;
        if (custody == Custody::Discarded || custody == Custody::Revoked)
            its->cancel();
    });
    watch->begin(issuance.secret());
    return watch;
}

void Activations::goOnWith(std::shared_ptr<ActivationWatch> watch)
{
    if (!watch->state().isRunning())
        return;
    connect(watch.get(), &ActivationWatch::stateChanged, this, &Activations::changed);
    m_watches.push_back(std::move(watch));
    Q_EMIT changed();
}

Activations::Watches Activations::those(bool (*wanted)(const ActivationState &)) const
{
    Watches found;
    std::ranges::copy_if(m_watches, std::back_inserter(found),
                         [&](const auto &watch) { return wanted(watch->state()); });
    return found;
}

Activations::Watches Activations::running() const
{
    return those([](const ActivationState &state) { return state.isRunning(); });
}

Activations::Watches Activations::toTell() const
{
    return those([](const ActivationState &state) {
        return !state.isRunning() && state.phase != ActivationState::Phase::Cancelled;
    });
}

void Activations::cancel(const std::shared_ptr<ActivationWatch> &watch)
{
    watch->cancel();
    dismiss({watch});
}

void Activations::dismiss(const Watches &told)
{
    std::erase_if(m_watches, [&](const auto &watch) {
        return !watch->state().isRunning() && std::ranges::count(told, watch) > 0;
    });
    Q_EMIT changed();
}

} // namespace tokenry
