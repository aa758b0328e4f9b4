// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkProxyFactory>

namespace tokenry
{

/// The system's proxies, but none for this machine: plain http is for loopback only, and through a proxy it
/// would hand the management token to the proxy in the clear.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    [[nodiscard]] QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
};

} // namespace tokenry
