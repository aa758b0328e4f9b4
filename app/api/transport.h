// SPDX-License-Identifier: MIT
#pragma once

#include "api/httpexchange.h"
#include "api/httprequest.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>

#include <memory>

namespace tokenry
{

/// Connections to one server, and the only place that builds requests: HTTP/1.1, no redirect followed, no
/// cookies, no cache, no credentials for challenges, no request repeated that has a body. Destroying it stops
/// what is on its way.
class Transport : public QObject
{
    Q_OBJECT

public:
    /// \a extraAuthorities are trusted beside the system's.
    explicit Transport(const QList<QSslCertificate> &extraAuthorities = {}, QObject *parent = nullptr);
    ~Transport() override;

    /// Sends it now. The exchange stays the transport's; hold it by QPointer. \a authorization as from
    /// bearerOf().
    HttpExchange *send(const HttpRequest &request, QByteArray authorization, HttpExchange::Finish finish);
    /// Opens a connection that the next request to the same origin will use. Fails in silence: the request
    /// will tell.
    void prewarm(const QUrl &url);

Q_SIGNALS:
    /// The connection is open, or could not be opened.
    void prewarmEnded();

private:
    [[nodiscard]] QNetworkRequest build(const QUrl &url) const;
    void watchName(QNetworkReply *reply) const;
    [[nodiscard]] QNetworkReply *start(const QNetworkRequest &request, const QByteArray &method,
                                       QIODevice *body);

    const QSslConfiguration m_tls;
    /// Tells a silent name service from a silent server, also for a request that waits for another's
    /// connection.
    const std::shared_ptr<bool> m_nameFound = std::make_shared<bool>(false);
    QNetworkAccessManager m_manager;
};

} // namespace tokenry
