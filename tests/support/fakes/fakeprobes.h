// SPDX-License-Identifier: MIT
#pragma once

#include "ports/tokenprobe.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <optional>
#include <vector>

namespace tokenry::testsupport
{

/// The data plane behind every fake TokenProbe of a test: what it answers, and what it was asked. Outlives
/// the probes.
class FakeProbes
{
public:
    using Outcome = Result<Done, ProbeError>;

    struct Asked
    {
        QByteArray secret;
        Action action;
        QString database;
    };

    /// Makes probes that ask here.
    [[nodiscard]] TokenProbeFactory factory();

    /// What the next tries answer at once; where it is unset, or gives nothing, they wait.
    std::function<std::optional<Outcome>(Action, const QString &)> onProbe;
    /// Answers the oldest try that waits.
    void answer(Outcome outcome);
    [[nodiscard]] qsizetype waiting() const { return static_cast<qsizetype>(m_waiting.size()); }

    std::vector<Asked> asked;
    /// Probes that live.
    int probes = 0;

    [[nodiscard]] static Outcome refused(int status = 401);
    [[nodiscard]] static Outcome unreachable(ApiError::Kind kind = ApiError::Kind::HostNotFound,
                                             const QString &technical = {});
    [[nodiscard]] static Outcome inconclusive(int status = 503,
                                              std::optional<std::chrono::seconds> retryAfter = {});

private:
    class Probe;
    std::deque<PendingPtr<Done, ProbeError>> m_waiting;
};

} // namespace tokenry::testsupport
