// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "wire/answers.h"
#include "wire/encodedcall.h"

#include <QUrl>

namespace tokenry
{

// What a database token is tried with at the cluster's own URL, neither of which leaves anything there.

/// Lists one of the database's measurements: needs the right to read it.
[[nodiscard]] EncodedCall readProbe(const QUrl &clusterUrl, const QString &database);
/// Writes nothing: needs the right to write, which is judged before the empty body is read.
[[nodiscard]] EncodedCall writeProbe(const QUrl &clusterUrl, const QString &database);

/// The first error that the answer to a query holds, which comes with status 200; empty where there is none.
[[nodiscard]] Result<QString, DecodeFault> decodeQueryError(const QByteArray &json);

} // namespace tokenry
