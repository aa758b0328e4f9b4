// SPDX-License-Identifier: MIT
#include "api/apierrors.h"

#include "wire/answers.h"

namespace tokenry
{

namespace
{

using Kind = ApiError::Kind;
using Effect = ApiError::Effect;
using Ending = HttpAnswer::Ending;

constexpr int signInStatus = 511;

bool isFinalRefusal(int status)
{
    return status >= 300;
}

Kind kindOfStatus(int status)
{
    switch (status) {
    case 400:
    case 413:
    case 422:
        return Kind::BadRequest;
    case 401:
        return Kind::Unauthorized;
    case 403:
        return Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 407:
        return Kind::ProxyWantsPassword;
    case 409:
        return Kind::Conflict;
    case 429:
        return Kind::TooManyRequests;
    case signInStatus:
        return Kind::SignInPage;
    default:
        break;
    }
    switch (status / 100) {
    case 3:
        return Kind::Redirected;
    case 5:
        return Kind::ServerError;
    default:
        return Kind::UnexpectedStatus;
    }
}

Kind kindOf(HttpAnswer::TlsFault fault)
{
    using enum HttpAnswer::TlsFault;
    switch (fault) {
    case SelfSigned:
        return Kind::CertificateSelfSigned;
    case UnknownAuthority:
        return Kind::AuthorityUnknown;
    case AnotherHost:
        return Kind::CertificateForAnother;
    case Expired:
        return Kind::CertificateExpired;
    case NotYetValid:
        return Kind::CertificateNotYetValid;
    case Other:
        break;
    }
    return Kind::TlsFailed;
}

/// The API answers in JSON; what begins like markup comes from somebody else.
bool isWebPage(QByteArrayView body)
{
    // No copy: it may hold a secret.
    constexpr QByteArrayView mark("\xEF\xBB\xBF");
    if (body.startsWith(mark))
        body = body.sliced(mark.size());
    return body.trimmed().startsWith('<');
}

Kind kindOfEnding(const HttpAnswer &answer)
{
    switch (answer.ending) {
    case Ending::Answered:
        if (answer.status / 100 != 2)
            return Kind::UnexpectedStatus;
        return isWebPage(answer.body) ? Kind::SignInPage : Kind::UnreadableAnswer;
    case Ending::HostNotFound:
        return Kind::HostNotFound;
    case Ending::LookupTimedOut:
        return Kind::LookupTimedOut;
    case Ending::NetworkUnreachable:
        return Kind::NetworkUnreachable;
    case Ending::ConnectionRefused:
        return Kind::ConnectionRefused;
    case Ending::ConnectTimedOut:
        return Kind::ConnectTimedOut;
    case Ending::TlsFailed:
        return kindOf(answer.tlsFault);
    case Ending::ProxyFailed:
        return Kind::ProxyFailed;
    case Ending::ProxyWantsPassword:
        return Kind::ProxyWantsPassword;
    case Ending::Lost:
        return Kind::ConnectionLost;
    case Ending::DeadlinePassed:
        return Kind::DeadlinePassed;
    case Ending::Stopped:
        return Kind::Stopped;
    case Ending::TooLarge:
        return Kind::AnswerTooLarge;
    }
    return Kind::ConnectionLost;
}

Effect effectOf(const HttpAnswer &answer)
{
    if (answer.method == "GET")
        return Effect::None;
    // That a token is not there only the API knows.
    if (answer.method == "DELETE" && answer.status == 404 && !isErrorOfTheApi(answer.body, answer.status))
        return Effect::Unclear;
    // Any 5xx may be a gateway's and come after the work was done behind it; but 511 is a network's, in
    // front.
    // 303 is how servers say that it is done, and where to see it.
    if (isFinalRefusal(answer.status) && answer.status != 303)
        return answer.status < 500 || answer.status == signInStatus ? Effect::None : Effect::Unclear;
    return answer.mayHaveArrived || answer.status != 0 ? Effect::Unclear : Effect::None;
}

} // namespace

ApiError errorOf(const HttpAnswer &answer)
{
    ApiError error;
    error.kind = isFinalRefusal(answer.status) ? kindOfStatus(answer.status) : kindOfEnding(answer);
    // "Not found" is believed of the API alone: else a token would be taken for gone.
    if (error.kind == Kind::NotFound && isWebPage(answer.body))
        error.kind = Kind::SignInPage;
    if (answer.passwordWanted)
        error.kind = Kind::PasswordWanted;
    error.status = answer.status;
    error.effect = effectOf(answer);
    // The body of a 2xx may hold a secret: it is never shown.
    if (isFinalRefusal(answer.status))
        error.serverMessage = decodeErrorMessage(answer.body);
    error.technical = answer.technical;
    error.retryAfter = answer.retryAfter;
    return error;
}

} // namespace tokenry
