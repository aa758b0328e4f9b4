// SPDX-License-Identifier: MIT
#pragma once

#include "api/transport.h"
#include "domain/clusteraddress.h"
#include "ports/tokenprobe.h"

namespace tokenry
{

/// Tries a database token over HTTP, with connections of its own: a query for reading, a write without any
/// content for writing. The address's authority is trusted beside the system's.
class ActivationProbe final : public TokenProbe
{
public:
    struct Options
    {
        std::chrono::milliseconds deadline = std::chrono::seconds(15);
        /// Bytes of an answer, decompressed.
        qint64 answerLimit = 256 * 1024;
    };

    explicit ActivationProbe(ClusterAddress address);
    ActivationProbe(ClusterAddress address, Options options);

    [[nodiscard]] PendingPtr<Done, ProbeError> probe(const Secret &token, Action action,
                                                     const QString &database) override;

private:
    [[nodiscard]] HttpRequest requestFor(Action action, const QString &database) const;

    const ClusterAddress m_address;
    const Options m_options;
    const QList<QSslCertificate> m_authorities;
    Transport m_transport;
};

/// What the answer to a probe says about the token.
[[nodiscard]] Result<Done, ProbeError> judgeProbe(Action action, const HttpAnswer &answer);

} // namespace tokenry
