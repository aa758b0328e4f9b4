// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace tokenry
{

/// A call of the Management API, exactly as reviewed and exactly as sent. Made once; no secret.
struct EncodedCall
{
    QByteArray method;
    /// Percent-encoded, from the root: /api/v0/accounts/…/tokens
    QByteArray path;
    /// UTF-8 JSON, empty where the method has none.
    QByteArray body;

    friend bool operator==(const EncodedCall &, const EncodedCall &) = default;
};

} // namespace tokenry
