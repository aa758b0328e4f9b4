// SPDX-License-Identifier: MIT
#include "support/fakes/fakeprobes.h"

namespace tokenry::testsupport
{

namespace
{

FakeProbes::Outcome failure(ProbeError::Kind kind, ApiError::Kind cause, int status)
{
    ProbeError error{kind, {}};
    error.cause.kind = cause;
    error.cause.status = status;
    return unexpected(error);
}

} // namespace

/// Like the real one, its end ends the tries under way.
class FakeProbes::Probe final : public TokenProbe
{
public:
    explicit Probe(FakeProbes &probes) : m_probes(probes) { ++m_probes.probes; }

    ~Probe() override
    {
        --m_probes.probes;
        for (const auto &pending : m_mine)
            Pending<Done, ProbeError>::resolve(
                pending, failure(ProbeError::Kind::Inconclusive, ApiError::Kind::Stopped, 0));
    }

    [[nodiscard]] PendingPtr<Done, ProbeError> probe(const Secret &token, Action action,
                                                     const QString &database) override
    {
        m_probes.asked.push_back(
            {token.reveal([](QByteArrayView bytes) { return bytes.toByteArray(); }), action, database});
        if (m_probes.onProbe) {
            if (std::optional<Outcome> outcome = m_probes.onProbe(action, database))
                return Pending<Done, ProbeError>::resolved(*std::move(outcome));
        }
        const auto pending = Pending<Done, ProbeError>::make();
        m_mine.push_back(pending);
        m_probes.m_waiting.push_back(pending);
        return pending;
    }

private:
    FakeProbes &m_probes;
    std::vector<PendingPtr<Done, ProbeError>> m_mine;
};

TokenProbeFactory FakeProbes::factory()
{
    return [this](const ClusterAddress &) {
        return std::make_unique<Probe>(*this);
    };
}

void FakeProbes::answer(Outcome outcome)
{
    Q_ASSERT(!m_waiting.empty());
    const auto pending = m_waiting.front();
    m_waiting.pop_front();
    Pending<Done, ProbeError>::resolve(pending, std::move(outcome));
}

FakeProbes::Outcome FakeProbes::refused(int status)
{
    return failure(ProbeError::Kind::Refused,
                   status == 401 ? ApiError::Kind::Unauthorized : ApiError::Kind::Forbidden, status);
}

FakeProbes::Outcome FakeProbes::unreachable(ApiError::Kind kind, const QString &technical)
{
    Outcome outcome = failure(ProbeError::Kind::Unreachable, kind, 0);
    outcome.error().cause.technical = technical;
    return outcome;
}

FakeProbes::Outcome FakeProbes::inconclusive(int status, std::optional<std::chrono::seconds> retryAfter)
{
    Outcome outcome =
        failure(ProbeError::Kind::Inconclusive,
                status == 429 ? ApiError::Kind::TooManyRequests : ApiError::Kind::ServerError, status);
    outcome.error().cause.retryAfter = retryAfter;
    return outcome;
}

} // namespace tokenry::testsupport
