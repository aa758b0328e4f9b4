// SPDX-License-Identifier: MIT
#pragma once

#include "domain/actionset.h"
#include "domain/draftstep.h"
#include "domain/tokenrequest.h"

#include <QString>

namespace tokenry
{

/// What Compose says about a draft and its list of databases.
namespace drafttext
{

/// At the field where it must be mended.
[[nodiscard]] QString fault(DraftFault fault);
[[nodiscard]] QString fault(Resource::Fault fault);
/// In the filter, or where names are typed or pasted.
[[nodiscard]] QString tokenAmongNames();
[[nodiscard]] QString unusable(const QString &name);

/// Why the chosen expiry is none that can be asked for.
[[nodiscard]] QString expiryFault(const ExpiryChoice &choice);
/// The line beside the chosen expiry, and its tool tip.
[[nodiscard]] QString expiry(const ExpiryChoice &choice, const QDateTime &now);
[[nodiscard]] QString expiryMeans(const ExpiryChoice &choice);

/// "12 of 220 shown", "220 databases".
[[nodiscard]] QString shown(qsizetype shown, qsizetype all);
/// "17 permitted rows hidden by the filter"; without one it is *Show* that hides them.
[[nodiscard]] QString hiddenPermitted(qsizetype count, bool byFilter);
/// What undo would take back, and redo bring again: "Undo: paste names (Ctrl+Z)".
[[nodiscard]] QString undo(DraftStep step);
[[nodiscard]] QString redo(DraftStep step);

[[nodiscard]] QString presetName(Preset preset);
[[nodiscard]] QString presetsMean();
/// What choosing it did, to how many rows; \a selected: to the selected ones. \a off are the actions whose
/// wildcard it turned off.
[[nodiscard]] QString presetDid(Preset preset, qsizetype count, bool selected,
                                const std::vector<Action> &off);
/// \a suggestion is empty where nothing is permitted.
[[nodiscard]] QString suggestionMeans(const QString &suggestion);
[[nodiscard]] QString showAllMeans();
[[nodiscard]] QString showPermittedMeans();
[[nodiscard]] QString showProblemsMeans();

/// "Ticked Read on 12 databases".
[[nodiscard]] QString tickedVisible(Action action, bool on, qsizetype count);
/// "3 names ticked for reading are kept, but not sent"; empty where there is none.
[[nodiscard]] QString keptNames(Action action, qsizetype count);
[[nodiscard]] QString wildcardMeans(Action action);

[[nodiscard]] QString nameThemMeans();
[[nodiscard]] QString wholeClusterMeans();
[[nodiscard]] QString clearMeans();
[[nodiscard]] QString openMeans();
[[nodiscard]] QString saveMeans();
[[nodiscard]] QString reviewMeans();
/// Of a description or a name: \a visible is it with its unseen characters spelled out.
[[nodiscard]] QString unseenCharacters(const QString &visible);

[[nodiscard]] QString cannotBeNamed();
[[nodiscard]] QString notOnCluster();
[[nodiscard]] QString notOnClusterMeans();
[[nodiscard]] QString addNameMeans();
[[nodiscard]] QString filterMeans();
[[nodiscard]] QString gridKeys();
/// "Permitted", "Not permitted", "Permitted through Read all databases"…
[[nodiscard]] QString cellState(Action action, bool ticked, bool inherited);

[[nodiscard]] QString loading();
[[nodiscard]] QString empty();
[[nodiscard]] QString notRead();
[[nodiscard]] QString noMatch(const QString &filter);
/// In place of the permitted rows, and of those with a problem; \a filter is empty where none is set.
[[nodiscard]] QString noPermitted(const QString &filter);
[[nodiscard]] QString noProblems(const QString &filter);
/// The same while nobody can say which names are on the cluster.
[[nodiscard]] QString noProblemsKnown();

} // namespace drafttext

} // namespace tokenry
