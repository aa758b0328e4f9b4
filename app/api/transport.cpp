// SPDX-License-Identifier: MIT
#include "api/transport.h"

#include "api/sequentialbody.h"
#include "api/systemproxies.h"
#include "api/tls.h"

namespace tokenry
{

Transport::Transport(const QList<QSslCertificate> &extraAuthorities, QObject *parent)
    : QObject(parent), m_tls(tlsConfiguration(extraAuthorities))
{
    m_manager.setProxyFactory(new SystemProxies);
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

Transport::~Transport()
{
    const auto exchanges = findChildren<HttpExchange *>(Qt::FindDirectChildrenOnly);
    for (HttpExchange *exchange : exchanges)
        exchange->stop();
    // Before the manager takes their replies with it.
    qDeleteAll(exchanges);
}

QNetworkRequest Transport::build(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Tokenry/" TOKENRY_VERSION));
    request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Every small POST on a warm HTTP/2 connection stalls for 40 ms in Qt. Also part of the key connections
    // are kept by.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Qt's guard refuses honest lists that compress 100 : 1; HttpExchange caps the decompressed bytes
    // instead.
    request.setDecompressedSafetyCheckThreshold(-1);
    return request;
}

HttpExchange *Transport::send(const HttpRequest &request, QByteArray authorization,
                              HttpExchange::Finish finish)
{
    QNetworkRequest network = build(request.url);
    network.setRawHeader("Authorization", authorization);
    SequentialBody *body = nullptr;
    if (request.method == "POST") {
        network.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
        network.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    }
    if (!request.body.isEmpty()) {
        network.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        body = new SequentialBody(request.body);
    }
    QNetworkReply *reply = start(network, request.method, body);
    if (body)
        body->setParent(reply);
    watchName(reply);
    return new HttpExchange(request, reply, body, std::move(authorization), std::move(finish), m_nameFound,
                            this);
}

void Transport::watchName(QNetworkReply *reply) const
{
    connect(reply, &QNetworkReply::socketStartedConnecting, reply, [found = m_nameFound] { *found = true; });
}

QNetworkReply *Transport::start(const QNetworkRequest &request, const QByteArray &method, QIODevice *body)
{
    if (method == "GET")
        return m_manager.get(request);
    if (method == "POST" && body)
        return m_manager.post(request, body);
    return m_manager.sendCustomRequest(request, method, body);
}

void Transport::prewarm(const QUrl &url)
{
    // What QNetworkAccessManager::connectToHost(Encrypted) does, with the very attributes of the requests to
    // come: the plain one has no way to say "not HTTP/2", and a connection made without it is not found
    // again.
    QUrl connection;
    connection.setScheme(QLatin1String("preconnect-") + url.scheme());
    connection.setHost(url.host());
    connection.setPort(url.port(url.scheme() == QLatin1String("https") ? 443 : 80));
    QNetworkReply *reply = m_manager.get(build(connection));
    watchName(reply);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        Q_EMIT prewarmEnded();
    });
}

} // namespace tokenry
