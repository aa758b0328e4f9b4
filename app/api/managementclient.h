// SPDX-License-Identifier: MIT
#pragma once

#include "api/transport.h"
#include "domain/clusteraddress.h"
#include "ports/managementapi.h"

namespace tokenry
{

/// The Management API over HTTP, with connections of its own. The address's authority is trusted beside the
/// system's; where it cannot be read, nothing is sent at all.
class ManagementClient final : public ManagementApi
{
public:
    struct Options
    {
        std::chrono::milliseconds listDeadline = std::chrono::seconds(60);
        /// For creating and revoking.
        std::chrono::milliseconds changeDeadline = std::chrono::seconds(60);
        /// Of either, for the request to be on its way.
        std::chrono::milliseconds sendDeadline = std::chrono::seconds(20);
        /// Bytes of an answer, decompressed.
        qint64 listLimit = 64 * 1024 * 1024;
        qint64 changeLimit = 1024 * 1024;
    };

    explicit ManagementClient(ClusterAddress address);
    ManagementClient(ClusterAddress address, Options options);
    ~ManagementClient() override;

    [[nodiscard]] PendingPtr<DatabaseList, ApiError> databases(const Secret &managementToken) override;
    [[nodiscard]] PendingPtr<TokenList, ApiError> tokens(const Secret &managementToken) override;
    [[nodiscard]] PendingPtr<Creation, ApiError> create(const Secret &managementToken,
                                                        const EncodedCall &call) override;
    [[nodiscard]] PendingPtr<Done, ApiError> revoke(const Secret &managementToken,
                                                    const QString &tokenId) override;
    void prewarm() override;

private:
    /// \a decode(pending, answer) resolves the Pending, at once or later.
    template <class T, class Decode>
    [[nodiscard]] PendingPtr<T, ApiError> send(const char *operation, const EncodedCall &call,
                                               const Secret &token, Decode decode);
    [[nodiscard]] std::optional<ApiError> refusal() const;
    [[nodiscard]] HttpRequest requestFor(const char *operation, const EncodedCall &call) const;

    const ClusterAddress m_address;
    const Options m_options;
    const QList<QSslCertificate> m_authorities;
    Transport m_transport;
    std::vector<std::weak_ptr<PendingBase>> m_open;
};

} // namespace tokenry
