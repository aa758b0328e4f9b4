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

constexpr qsizetype longestMessage = 1000;

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
        return Kind::ProxyFailed;
    case 409:
        return Kind::Conflict;
    case 429:
        return Kind::TooManyRequests;
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

Kind kindOfEnding(const HttpAnswer &answer)
{
    switch (answer.ending) {
    case Ending::Answered:
        return answer.status / 100 == 2 ? Kind::UnreadableAnswer : Kind::UnexpectedStatus;
    case Ending::HostNotFound:
        return Kind::HostNotFound;
    case Ending::ConnectionRefused:
        return Kind::ConnectionRefused;
    case Ending::TlsFailed:
        return Kind::TlsFailed;
    case Ending::ProxyFailed:
        return Kind::ProxyFailed;
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
    // Any 5xx may be a gateway's and come after the work was done behind it.
    if (isFinalRefusal(answer.status))
        return answer.status < 500 ? Effect::None : Effect::Unclear;
    return answer.mayHaveArrived || answer.status != 0 ? Effect::Unclear : Effect::None;
}

QString shortened(QString message)
{
    if (message.size() <= longestMessage)
        return message;
    message.truncate(longestMessage);
    if (message.back().isHighSurrogate())
        message.chop(1);
    return message;
}

} // namespace

ApiError errorOf(const HttpAnswer &answer)
{
    ApiError error;
    error.kind = isFinalRefusal(answer.status) ? kindOfStatus(answer.status) : kindOfEnding(answer);
    error.status = answer.status;
    error.effect = effectOf(answer);
    // The body of a 2xx may hold a secret: it is never shown.
    if (isFinalRefusal(answer.status))
        error.serverMessage = shortened(decodeErrorMessage(answer.body));
    error.technical = answer.technical;
    error.retryAfter = answer.retryAfter;
    return error;
}

} // namespace tokenry
