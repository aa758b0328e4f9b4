// SPDX-License-Identifier: MIT
#pragma once

#include "domain/servertime.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace tokenry
{

/// How one HTTP request ended and what came back of it; a cut answer has a status, part of a body and
/// Ending::Lost.
struct HttpAnswer
{
    enum class Ending {
        Answered, // whole, whatever its status; also a challenge for a password
        HostNotFound,
        LookupTimedOut,
        NetworkUnreachable,
        ConnectionRefused,
        ConnectTimedOut, // nothing was sent
        TlsFailed,       // see tlsFault
        ProxyFailed,
        ProxyWantsPassword,
        Lost,
        DeadlinePassed,
        Stopped,
        TooLarge,
    };

    /// Why the server's certificate was not accepted.
    enum class TlsFault { Other, SelfSigned, UnknownAuthority, AnotherHost, Expired, NotYetValid };

    QByteArray method;
    Ending ending = Ending::Lost;
    TlsFault tlsFault = TlsFault::Other;
    /// A 401 that asks for a user name and a password.
    bool passwordWanted = false;
    /// 0 where none came.
    int status = 0;
    /// Whether any of the request may have reached the server. For a request with a body: whether the body
    /// was begun.
    bool mayHaveArrived = false;
    ServerTime serverTime;
    std::optional<std::chrono::seconds> retryAfter;
    /// Decompressed. Holds a secret where a token was created: its reader wipes it.
    QByteArray body;
    /// What the network or TLS library says, where a redirect points (its origin) or what kind of body came.
    QString technical;
};

} // namespace tokenry
