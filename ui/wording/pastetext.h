// SPDX-License-Identifier: MIT
#pragma once

#include "domain/actionset.h"

#include <QString>

namespace tokenry
{

/// What Paste names says.
namespace pastetext
{

/// What a list comes to against the databases of a cluster.
struct Outcome
{
    /// Whether the databases were read; else every name is unknown.
    bool databasesKnown = true;
    qsizetype matched = 0;
    /// Names that are not there but look like one that is, and were not decided about; the first of them.
    qsizetype near = 0;
    QString nearName;
    QString nearMeant;
    qsizetype unknown = 0;
    QString unknownName;
    qsizetype unusable = 0;
    /// Matched ones that would be permitted nothing.
    qsizetype withoutAction = 0;
};
/// "18 matched; “billing_ev” → billing_events?; “crm_old” is not on this cluster". Says so where there is no
/// list yet.
[[nodiscard]] QString answer(const Outcome &outcome);

/// "read", "write", "read, write", "nothing".
[[nodiscard]] QString actions(ActionSet actions);
/// At a line: that its name is on the cluster, perhaps instead of the one that was written.
[[nodiscard]] QString onCluster();
[[nodiscard]] QString insteadOf(const QString &written);
[[nodiscard]] QString didYouMean(const QString &near);
/// Of a name that is not on the cluster, or not as far as is known; \a added: but taken over.
[[nodiscard]] QString notListed(bool databasesKnown, bool added);
[[nodiscard]] QString unusable(bool meansAll);

[[nodiscard]] QString empty();
[[nodiscard]] QString example();
[[nodiscard]] QString permitButton(qsizetype count);
[[nodiscard]] QString permitMeans();
[[nodiscard]] QString defaultsMean();
[[nodiscard]] QString addUnlisted(bool databasesKnown);
[[nodiscard]] QString addUnlistedMeans(bool databasesKnown);
[[nodiscard]] QString pasteMeans();

} // namespace pastetext

} // namespace tokenry
