// SPDX-License-Identifier: MIT
#include "journeys/readretry.h"

#include <algorithm>

namespace tokenry
{

namespace
{

/// What passes by itself, and is noticed at once: after a minute's deadline nobody waits for another.
bool mayPass(const ApiError &error)
{
    constexpr int notImplemented = 501;
    switch (error.kind) {
    case ApiError::Kind::ServerError:
        return error.status != notImplemented;
    case ApiError::Kind::TooManyRequests:
    case ApiError::Kind::HostNotFound:
    case ApiError::Kind::NetworkUnreachable:
    case ApiError::Kind::ConnectionRefused:
    case ApiError::Kind::ConnectionLost:
        return true;
    default:
        return false;
    }
}

} // namespace

std::optional<std::chrono::seconds> pauseAfter(const ApiError &error, int failures)
{
    using std::chrono::seconds;
    constexpr seconds pauses[mostRetries] = {seconds(2), seconds(5), seconds(15)};
    constexpr seconds longest(60);
    if (!mayPass(error) || failures < 1 || failures > mostRetries)
        return {};
    const seconds pause = std::max(pauses[failures - 1], error.retryAfter.value_or(seconds(0)));
    return pause <= longest ? std::optional(pause) : std::nullopt;
}

} // namespace tokenry
