// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace tokenry
{

/// Why a call of the Management API gave no answer to use.
struct ApiError
{
    enum class Kind {
        // The server's answer, by status.
        BadRequest,       // 400, 413, 422
        Unauthorized,     // 401
        PasswordWanted,   // 401 with a challenge for a password (Basic, Digest, NTLM, Negotiate)
        Forbidden,        // 403
        NotFound,         // 404
        Conflict,         // 409
        TooManyRequests,  // 429
        ServerError,      // 5xx
        Redirected,       // 3xx: never followed
        SignInPage,       // a web page in the place of the answer, or 511
        UnexpectedStatus, // any other
        UnreadableAnswer, // 2xx whose body is not what the contract says
        AnswerTooLarge,
        // No answer.
        HostNotFound,
        LookupTimedOut, // the name was still being looked up
        NetworkUnreachable,
        ConnectionRefused,
        ConnectTimedOut, // nothing was sent: no connection, or a handshake without an end
        TlsFailed,       // no secure connection for a reason other than the certificate
        CertificateSelfSigned,
        AuthorityUnknown,
        CertificateForAnother, // host
        CertificateExpired,
        CertificateNotYetValid,
        ProxyFailed,        // refused, unreachable, or led nowhere
        ProxyWantsPassword, // 407
        ConnectionLost,     // dropped or cut off
        DeadlinePassed,     // sent, and no whole answer
        Stopped,            // by the person, or by quitting
        AuthorityUnusable,  // the profile's CA file is not there, or holds no certificates; nothing was sent
        NotAllowed,         // an address that may not be used, see faultOf(QUrl)
        TokenUnsendable,    // the management token holds what no HTTP header may carry; nothing was sent
    };
    /// What the call may have done on the server nonetheless.
    enum class Effect { None, Unclear };

    Kind kind = Kind::ConnectionLost;
    /// HTTP status; 0 where none came.
    int status = 0;
    Effect effect = Effect::None;
    /// The server's own words, as data: any characters, at most 1000.
    QString serverMessage;
    /// What the network or TLS library says, for the details; never a header or a body.
    QString technical;
    std::optional<std::chrono::seconds> retryAfter;

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

/// Whether another management token is what helps: a copy of this one need not be kept.
[[nodiscard]] constexpr bool isAboutTheToken(ApiError::Kind kind)
{
    return kind == ApiError::Kind::Unauthorized || kind == ApiError::Kind::PasswordWanted ||
           kind == ApiError::Kind::TokenUnsendable;
}

} // namespace tokenry
