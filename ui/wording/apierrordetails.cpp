// SPDX-License-Identifier: MIT
#include "wording/apierrordetails.h"

#include "wording/visibletext.h"

#include <QStringList>

namespace tokenry
{

namespace
{

// Not translated: these are looked up and searched for.
QString nameOf(ApiError::Kind kind)
{
    using Kind = ApiError::Kind;
    switch (kind) {
    case Kind::BadRequest:
        return QStringLiteral("BadRequest");
    case Kind::Unauthorized:
        return QStringLiteral("Unauthorized");
    case Kind::PasswordWanted:
        return QStringLiteral("PasswordWanted");
    case Kind::Forbidden:
        return QStringLiteral("Forbidden");
    case Kind::NotFound:
        return QStringLiteral("NotFound");
    case Kind::Conflict:
        return QStringLiteral("Conflict");
    case Kind::TooManyRequests:
        return QStringLiteral("TooManyRequests");
    case Kind::ServerError:
        return QStringLiteral("ServerError");
    case Kind::Redirected:
        return QStringLiteral("Redirected");
    case Kind::SignInPage:
        return QStringLiteral("SignInPage");
    case Kind::UnexpectedStatus:
        return QStringLiteral("UnexpectedStatus");
    case Kind::UnreadableAnswer:
        return QStringLiteral("UnreadableAnswer");
    case Kind::AnswerTooLarge:
        return QStringLiteral("AnswerTooLarge");
    case Kind::HostNotFound:
        return QStringLiteral("HostNotFound");
    case Kind::LookupTimedOut:
        return QStringLiteral("LookupTimedOut");
    case Kind::NetworkUnreachable:
        return QStringLiteral("NetworkUnreachable");
    case Kind::ConnectionRefused:
        return QStringLiteral("ConnectionRefused");
    case Kind::ConnectTimedOut:
        return QStringLiteral("ConnectTimedOut");
    case Kind::TlsFailed:
        return QStringLiteral("TlsFailed");
    case Kind::CertificateSelfSigned:
        return QStringLiteral("CertificateSelfSigned");
    case Kind::AuthorityUnknown:
        return QStringLiteral("AuthorityUnknown");
    case Kind::CertificateForAnother:
        return QStringLiteral("CertificateForAnother");
    case Kind::CertificateExpired:
        return QStringLiteral("CertificateExpired");
    case Kind::CertificateNotYetValid:
        return QStringLiteral("CertificateNotYetValid");
    case Kind::ProxyFailed:
        return QStringLiteral("ProxyFailed");
    case Kind::ProxyWantsPassword:
        return QStringLiteral("ProxyWantsPassword");
    case Kind::ConnectionLost:
        return QStringLiteral("ConnectionLost");
    case Kind::DeadlinePassed:
        return QStringLiteral("DeadlinePassed");
    case Kind::Stopped:
        return QStringLiteral("Stopped");
    case Kind::AuthorityUnusable:
        return QStringLiteral("AuthorityUnusable");
    case Kind::NotAllowed:
        return QStringLiteral("NotAllowed");
    case Kind::TokenUnsendable:
        return QStringLiteral("TokenUnsendable");
    }
    return {};
}

} // namespace

QString detailsOf(const ApiError &error)
{
    QStringList lines{QStringLiteral("Error: %1").arg(nameOf(error.kind))};
    if (error.status != 0)
        lines << QStringLiteral("HTTP status: %1").arg(error.status);
    if (!error.serverMessage.isEmpty())
        lines << QStringLiteral("Server: %1").arg(visibleText(error.serverMessage, 1000));
    if (!error.technical.isEmpty())
        lines << QStringLiteral("Network: %1").arg(visibleText(error.technical, 1000));
    if (error.retryAfter)
        lines << QStringLiteral("Retry-After: %1 s").arg(error.retryAfter->count());
    return lines.join(u'\n');
}

} // namespace tokenry
