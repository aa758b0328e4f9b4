// SPDX-License-Identifier: MIT
#include "journeys/activationwatch.h"

namespace tokenry
{

using namespace activation;
using Phase = ActivationState::Phase;
using Why = ActivationState::Why;

std::chrono::milliseconds ActivationWatch::Timing::steadyNow()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
}

ActivationWatch::ActivationWatch(Subject subject, const TokenProbeFactory &makeProbe, TrustedOrigins &trusted,
                                 Timing timing)
    : m_subject(std::move(subject)), m_makeProbe(makeProbe), m_trusted(trusted), m_timing(std::move(timing)),
      m_state(activationOf(m_subject.permissions, m_subject.databases.get())), m_madeAt(m_timing.now()),
      m_endedAt(m_madeAt)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { apply(PauseEnded{}); });
    if (m_state.phase != Phase::Ready)
        return;
    if (const auto fault = faultOf(m_subject.profile.address.clusterUrl)) {
        m_state.phase = Phase::Unverifiable;
        m_state.why = *fault == UrlFault::Empty ? Why::NoClusterUrl : Why::ClusterUrlUnusable;
    } else if (!mayBeSent()) {
        m_state.phase = Phase::Asking;
    }
}

ActivationWatch::~ActivationWatch() = default;

std::chrono::milliseconds ActivationWatch::elapsed() const
{
    const bool isOver =
        !m_state.isRunning() && m_state.phase != Phase::Ready && m_state.phase != Phase::Asking;
    return (isOver ? m_endedAt : m_timing.now()) - m_madeAt;
}

// The origin that made the secret may see it again.
bool ActivationWatch::mayBeSent() const
{
    const ClusterAddress &address = m_subject.profile.address;
    return address.clusterOrigin() == address.managementOrigin() ||
           m_trusted.contains(address.databaseTokenAccount(), address.trustedClusterOrigin());
}

void ActivationWatch::begin(const Secret &secret)
{
    if (m_state.phase == Phase::Ready)
        checkAgain(secret);
}

Result<Done, StorageError> ActivationWatch::allow(const Secret &secret)
{
    const ClusterAddress &address = m_subject.profile.address;
    Result<Done, StorageError> added =
        m_trusted.add(address.databaseTokenAccount(), address.trustedClusterOrigin());
    if (added)
        checkAgain(secret);
    return added;
}

void ActivationWatch::checkAgain(const Secret &secret)
{
    if (!m_state.canBegin() || !mayBeSent() || secret.isEmpty())
        return;
    m_secret = secret.clone();
    m_probe = m_makeProbe(m_subject.profile.address);
    m_begunAt = m_timing.now();
    apply(Begun{});
}

void ActivationWatch::cancel()
{
    apply(Cancelled{});
}

void ActivationWatch::apply(const Event &event)
{
    const Phase before = m_state.phase;
    m_state = next(std::move(m_state), event, m_timing.tempo);
    m_pause.stop();
    if (m_state.phase == Phase::Pausing)
        m_pause.start(m_state.pause);
    if (!m_state.isRunning()) {
        ++m_round;
        // Connections that carried the secret go with it.
        m_probe.reset();
        m_secret = Secret();
        if (m_state.phase != before)
            m_endedAt = m_timing.now();
    }
    if (m_state.phase == Phase::Trying && before != Phase::Trying)
        tryParts();
    Q_EMIT stateChanged();
}

void ActivationWatch::tryParts()
{
    const quint64 round = ++m_round;
    for (const ActivationState::Part &part : m_state.parts) {
        if (!part.underWay)
            continue;
        whenDone(m_probe->probe(m_secret, part.action, part.database), this,
                 [this, round, action = part.action](Result<Done, ProbeError> outcome) {
                     if (round == m_round)
                         apply(Answered{action, std::move(outcome), m_timing.now() - m_begunAt});
                 });
    }
}

} // namespace tokenry
