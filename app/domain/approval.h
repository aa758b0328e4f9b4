// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace tokenry
{

/// How what an approver quoted compares with a request.
enum class Approval {
    None, // nothing was pasted
    Matches,
    Differs,
    OnlyShort, // the short fingerprint, which can be imitated
    NotASum,
    Several, // different sums: which one is meant?
};

/// Finds the SHA-256 in what was pasted: the sum alone, a line of sha256sum or a comment of a ticket, in any
/// case. \a sha256 is the request's, in lower case.
[[nodiscard]] Approval compareApproval(const QString &pasted, const QString &sha256);
/// The one SHA-256 in what was pasted, in lower case; empty where there is none, or several.
[[nodiscard]] QString quotedSum(const QString &pasted);

} // namespace tokenry
