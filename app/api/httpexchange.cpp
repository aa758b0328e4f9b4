// SPDX-License-Identifier: MIT
#include "api/httpexchange.h"

#include "api/bearer.h"
#include "api/httpheaders.h"
#include "api/proxyquestion.h"
#include "api/sequentialbody.h"
#include "api/systemproxies.h"
#include "api/tls.h"
#include "base/logging.h"
#include "base/secret.h"

#include <QAuthenticator>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslError>

#include <algorithm>

namespace tokenry
{

namespace
{

constexpr qint64 firstBuffer = 64 * 1024;

bool isNetworkError(QNetworkReply::NetworkError error)
{
    return error > QNetworkReply::NoError && error < QNetworkReply::ProxyConnectionRefusedError;
}

bool isProxyError(QNetworkReply::NetworkError error)
{
    return error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError;
}

/// A bearer is what was given; these want a user name and a password.
bool wantsPassword(const QByteArray &challenge)
{
    const QByteArray scheme = challenge.trimmed().toLower();
    return scheme.startsWith("basic") || scheme.startsWith("digest") || scheme.startsWith("ntlm") ||
           scheme.startsWith("negotiate");
}

bool isBeforeSending(HttpAnswer::Ending ending)
{
    using enum HttpAnswer::Ending;
    switch (ending) {
    case HostNotFound:
    case LookupTimedOut:
    case NetworkUnreachable:
    case ConnectionRefused:
    case ConnectTimedOut:
    case TlsFailed:
    case ProxyFailed:
    case ProxyWantsPassword:
        return true;
    default:
        return false;
    }
}

/// Most of what a proxy says ends as an unknown error, as does a network that cannot be reached.
bool goesThroughProxy(const QNetworkReply &reply)
{
    SystemProxies proxies;
    const QList<QNetworkProxy> found = proxies.queryProxy(QNetworkProxyQuery(reply.url()));
    return !found.isEmpty() && found.first().type() != QNetworkProxy::NoProxy;
}

} // namespace

HttpExchange::HttpExchange(const HttpRequest &request, QNetworkReply *reply, SequentialBody *body,
                           QByteArray authorization, Finish finish, std::shared_ptr<bool> nameFound,
                           QObject *parent)
    : QObject(parent), m_request(request), m_reply(reply), m_sending(body),
      m_authorization(std::move(authorization)), m_finish(std::move(finish)),
      m_nameFound(std::move(nameFound))
{
    m_body.reserve(std::min(firstBuffer, m_request.answerLimit));
    connect(&m_deadline, &Deadline::passed, this, [this] { endEarly(Ending::DeadlinePassed); });
    m_deadline.start(m_request.deadline);
    connect(&m_sendDeadline, &Deadline::passed, this, &HttpExchange::endUnsent);
    m_sendDeadline.start(std::min(m_request.sendDeadline, m_request.deadline));
    watch();
}

HttpExchange::~HttpExchange()
{
    // Possible by now: the reply that shared it is gone, except where the transport is being torn down.
    wipe(m_authorization);
    wipe(m_body);
}

void HttpExchange::watch()
{
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::drain);
    connect(m_reply, &QNetworkReply::metaDataChanged, this,
            [this] { m_headersAt = QDateTime::currentDateTimeUtc(); });
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finish);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_sent = true;
        m_sendDeadline.stop();
    });
    connect(m_reply, &QObject::destroyed, this, &QObject::deleteLater);
    // No credentials are given; but with a body that cannot be rewound some challenges end as a network
    // error, and the refusal would look like an unclear outcome.
    const QNetworkAccessManager *manager = m_reply->manager();
    // All replies of a manager go to one server; the one that opened the connection hears of its certificate.
    connect(manager, &QNetworkAccessManager::sslErrors, this,
            [this](const QNetworkReply *, const QList<QSslError> &errors) { learn(errors); });
    connect(manager, &QNetworkAccessManager::authenticationRequired, this,
            [this](const QNetworkReply *reply) { m_challenged = m_challenged || reply == m_reply; });
    connect(manager, &QNetworkAccessManager::proxyAuthenticationRequired, this,
            [this] { m_proxyChallenged = true; });
}

void HttpExchange::learn(const QList<QSslError> &errors)
{
    QStringList texts;
    for (const QSslError &error : errors)
        texts << error.errorString();
    texts.removeDuplicates();
    m_tlsErrors = texts.join(QLatin1String("; "));
    m_tlsFault = faultOf(errors);
}

void HttpExchange::stop()
{
    if (m_question)
        deliver();
    else
        endEarly(Ending::Stopped);
}

void HttpExchange::endUnsent()
{
    // A body that was begun may have arrived, whatever Qt says of it.
    if (m_sending && m_sending->wasBegun())
        return;
    // Qt notices neither a proxy that hangs up nor that NTLM leads nowhere.
    if (goesThroughProxy(*m_reply))
        endEarly(Ending::ProxyFailed);
    else
        endEarly(*m_nameFound ? Ending::ConnectTimedOut : Ending::LookupTimedOut);
}

void HttpExchange::endEarly(Ending why)
{
    if (!m_finish || m_endedEarly)
        return;
    // What has arrived may be the only copy of a secret.
    if (why != Ending::TooLarge)
        drain();
    if (m_endedEarly)
        return;
    m_endedEarly = why;
    m_reply->abort();
    finish();
}

void HttpExchange::drain()
{
    if (!m_finish || m_endedEarly)
        return;
    while (m_reply->bytesAvailable() > 0) {
        const qsizetype had = m_body.size();
        const qint64 room = m_request.answerLimit - had;
        if (room <= 0)
            return endEarly(Ending::TooLarge);
        // Doubling: a list may be large.
        m_body.resize(had + std::min(room, std::max<qint64>(had, firstBuffer)));
        const qint64 got = m_reply->read(m_body.data() + had, m_body.size() - had);
        m_body.resize(had + std::max<qint64>(got, 0));
        if (got <= 0)
            return;
    }
}

void HttpExchange::finish()
{
    drain();
    if (!m_finish || m_answer)
        return;
    HttpAnswer answer;
    answer.method = m_request.method;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.ending = endingOf(answer.status);
    m_deadline.stop();
    m_sendDeadline.stop();
    answer.tlsFault = m_tlsFault;
    if (answer.status == 0 && answer.ending == Ending::Answered)
        answer.status = 401;
    answer.passwordWanted =
        answer.status == 401 && (m_challenged || wantsPassword(m_reply->rawHeader("WWW-Authenticate")));
    answer.mayHaveArrived = m_sending ? m_sending->wasBegun() : !isBeforeSending(answer.ending);
    answer.serverTime = {httpDate(m_reply->rawHeader("Date")), m_headersAt};
    answer.retryAfter = retryAfter(m_reply->rawHeader("Retry-After"), answer.serverTime.date);
    answer.technical = technicalOf(answer.status);
    if (answer.status >= 300)
        redact(m_body, m_authorization);
    answer.body = std::move(m_body);
    m_body = {};
    qCInfo(logApi).noquote() << m_request.operation << m_request.method << answer.status << m_reply->error();
    m_answer = std::move(answer);
    if (m_answer->ending == Ending::ProxyFailed && ProxyQuestion::canAsk(m_request.url))
        askProxy();
    else
        deliver();
}

// Qt keeps it to itself that a proxy wants NTLM or Negotiate.
void HttpExchange::askProxy()
{
    m_question = std::make_unique<ProxyQuestion>(
        m_request.url,
        [this](const QByteArray &schemes) {
            if (!schemes.isEmpty()) {
                m_answer->ending = Ending::ProxyWantsPassword;
                m_answer->technical = QString::fromLatin1(schemes);
            }
            deliver();
        },
        nullptr);
}

void HttpExchange::deliver()
{
    if (!m_finish)
        return;
    m_reply->deleteLater();
    std::exchange(m_finish, {})(*std::exchange(m_answer, std::nullopt));
}

HttpAnswer::Ending HttpExchange::endingOf(int status) const
{
    if (m_endedEarly)
        return *m_endedEarly;
    const QNetworkReply::NetworkError error = m_reply->error();
    // A whole body that cannot be unpacked.
    if (status / 100 == 2 && error == QNetworkReply::UnknownContentError)
        return Ending::Answered;
    // A final status is an error of Qt's too, so a cut is told by the kind of error.
    if (status > 0)
        return error == QNetworkReply::NoError || (status >= 300 && !isNetworkError(error)) ? Ending::Answered
                                                                                            : Ending::Lost;
    if (m_challenged)
        return Ending::Answered;
    if (m_proxyChallenged || error == QNetworkReply::ProxyAuthenticationRequiredError)
        return Ending::ProxyWantsPassword;
    const bool unknown = error == QNetworkReply::UnknownNetworkError;
    if (isProxyError(error) || (unknown && goesThroughProxy(*m_reply)))
        return Ending::ProxyFailed;
    // Qt has no code for a network or host without a way to it.
    if (unknown && !m_sent)
        return Ending::NetworkUnreachable;
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return Ending::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
        return Ending::ConnectionRefused;
    case QNetworkReply::SslHandshakeFailedError:
        return Ending::TlsFailed;
    default:
        return Ending::Lost;
    }
}

QString HttpExchange::technicalOf(int status) const
{
    if (status >= 300 && status < 400) {
        const QUrl target = m_reply->url().resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
        return target.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery |
                               QUrl::RemoveFragment);
    }
    if (!m_tlsErrors.isEmpty())
        return m_tlsErrors;
    if (m_reply->error() == QNetworkReply::NoError)
        return QString::fromLatin1(m_reply->rawHeader("Content-Type").left(100));
    return status >= 300 || m_endedEarly ? QString() : m_reply->errorString();
}

} // namespace tokenry
