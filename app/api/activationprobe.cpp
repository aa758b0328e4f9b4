// SPDX-License-Identifier: MIT
#include "api/activationprobe.h"

#include "api/addressrefusal.h"
#include "api/apierrors.h"
#include "api/bearer.h"
#include "api/tls.h"
#include "wire/probes.h"
#include "wire/servermessage.h"

#include <QPointer>

namespace tokenry
{

namespace
{

using Kind = ProbeError::Kind;

Kind kindOf(ApiError::Kind cause)
{
    switch (cause) {
    case ApiError::Kind::Unauthorized:
    // A cluster of the v1 API challenges so, too.
    case ApiError::Kind::PasswordWanted:
    case ApiError::Kind::Forbidden:
        return Kind::Refused;
    case ApiError::Kind::HostNotFound:
    case ApiError::Kind::LookupTimedOut:
    case ApiError::Kind::NetworkUnreachable:
    case ApiError::Kind::ConnectionRefused:
    case ApiError::Kind::ConnectTimedOut:
    case ApiError::Kind::TlsFailed:
    case ApiError::Kind::CertificateSelfSigned:
    case ApiError::Kind::AuthorityUnknown:
    case ApiError::Kind::CertificateForAnother:
    case ApiError::Kind::CertificateExpired:
    case ApiError::Kind::CertificateNotYetValid:
    case ApiError::Kind::ProxyFailed:
    case ApiError::Kind::ProxyWantsPassword:
    case ApiError::Kind::ConnectionLost:
    case ApiError::Kind::DeadlinePassed:
    case ApiError::Kind::AuthorityUnusable:
    case ApiError::Kind::NotAllowed:
        return Kind::Unreachable;
    case ApiError::Kind::BadRequest:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Conflict:
    case ApiError::Kind::TooManyRequests:
    case ApiError::Kind::ServerError:
    case ApiError::Kind::Redirected:
    case ApiError::Kind::SignInPage:
    case ApiError::Kind::UnexpectedStatus:
    case ApiError::Kind::UnreadableAnswer:
    case ApiError::Kind::AnswerTooLarge:
    case ApiError::Kind::Stopped:
    case ApiError::Kind::TokenUnsendable:
        break;
    }
    return Kind::Inconclusive;
}

auto failure(ApiError cause)
{
    const Kind kind = kindOf(cause.kind);
    return unexpected(ProbeError{kind, std::move(cause)});
}

/// The answer to a query is a page of somebody else's, or holds an error, or shows that the token may read.
Result<Done, ProbeError> judgeQuery(const HttpAnswer &answer)
{
    const Result<QString, DecodeFault> error = decodeQueryError(answer.body);
    ApiError cause = errorOf(answer);
    if (!error)
        return failure(std::move(cause));
    if (error->isEmpty())
        return Done();
    cause.kind = ApiError::Kind::BadRequest;
    cause.serverMessage = shortened(*error);
    return failure(std::move(cause));
}

/// A server could repeat the token in what it says.
void withhold(ApiError &cause, const Secret &token)
{
    for (QString *const text : {&cause.serverMessage, &cause.technical}) {
        if (token.occursIn(text->toUtf8()))
            text->clear();
    }
}

} // namespace

Result<Done, ProbeError> judgeProbe(Action action, const HttpAnswer &answer)
{
    // Some servers reset the connection behind a 204; a sign-in page would come with 200.
    if (action == Action::Write && answer.status == 204)
        return Done();
    if (action == Action::Read && answer.status == 200 && answer.ending == HttpAnswer::Ending::Answered)
        return judgeQuery(answer);
    return failure(errorOf(answer));
}

ActivationProbe::ActivationProbe(ClusterAddress address) : ActivationProbe(std::move(address), Options()) {}

ActivationProbe::ActivationProbe(ClusterAddress address, Options options)
    : m_address(std::move(address)), m_options(options),
      m_authorities(certificatesIn(m_address.authority.pem)), m_transport(m_authorities)
{
}

HttpRequest ActivationProbe::requestFor(Action action, const QString &database) const
{
    const EncodedCall call = action == Action::Read ? readProbe(m_address.clusterUrl, database)
                                                    : writeProbe(m_address.clusterUrl, database);
    const QUrl origin = m_address.clusterUrl.adjusted(QUrl::RemovePath);
    return {.operation = action == Action::Read ? "probe reading" : "probe writing",
            .method = call.method,
            .url = QUrl::fromEncoded(origin.toEncoded() + call.path, QUrl::StrictMode),
            .body = {},
            .contentType = "text/plain; charset=utf-8",
            .answerLimit = m_options.answerLimit,
            .deadline = m_options.deadline};
}

PendingPtr<Done, ProbeError> ActivationProbe::probe(const Secret &token, Action action,
                                                    const QString &database)
{
    using Answer = Pending<Done, ProbeError>;
    if (auto refused = refusalOf(m_address.clusterUrl, m_address.authority, m_authorities))
        return Answer::resolved(failure(*std::move(refused)));
    std::optional<QByteArray> authorization = bearerOf(token);
    if (!authorization)
        return Answer::resolved(unexpected(ProbeError{Kind::Unsendable, {}}));

    const auto pending = Answer::make();
    const auto lent = std::make_shared<const Secret>(token.clone());
    const QPointer<HttpExchange> exchange =
        m_transport.send(requestFor(action, database), std::move(*authorization),
                         [pending, action, lent](const HttpAnswer &answer) {
                             Result<Done, ProbeError> judged = judgeProbe(action, answer);
                             if (!judged)
                                 withhold(judged.error().cause, *lent);
                             Answer::resolve(pending, std::move(judged));
                         });
    pending->setCanceller([exchange] {
        if (exchange)
            exchange->stop();
    });
    return pending;
}

} // namespace tokenry
