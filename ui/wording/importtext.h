// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/profileimport.h"
#include "wording/errortext.h"

#include <vector>

namespace tokenry
{

/// Something to know about one profile of influxctl's.
struct ImportNote
{
    enum class Weight { Info, Success, Warning, Danger };

    Weight weight = Weight::Info;
    QString text;

    friend bool operator==(const ImportNote &, const ImportNote &) = default;
};

/// Which cluster it is: "InfluxDB Cloud Dedicated · account 11111111… · cluster 33333333…"
[[nodiscard]] QString clusterLine(const ImportCandidate &candidate);
/// What is to be known before it is imported, the weightiest first.
[[nodiscard]] std::vector<ImportNote> notesOf(const ImportCandidate &candidate);
/// What became of it.
[[nodiscard]] std::vector<ImportNote> resultOf(const ImportCandidate &candidate,
                                               const ProfileImport::Outcome &outcome);

/// Whether the person has to see to the token.
[[nodiscard]] bool leftUndone(ProfileImport::TokenOutcome outcome);

/// The button: "Import 2 profiles"
[[nodiscard]] QString importAction(std::size_t chosen);
/// What the welcome page says of what was found; 0 where nothing was.
[[nodiscard]] QString foundAction(std::size_t found);
/// The text above it; nothing found where there is no file at all.
[[nodiscard]] QString foundMeans(std::optional<std::size_t> found);

/// No file in any of the places.
[[nodiscard]] ErrorText nothingToImport(const QStringList &places);
/// A file without a single profile; what stands in it instead.
[[nodiscard]] ErrorText noProfilesIn(const QString &file, const QStringList &unknownKeys);
/// Keys outside profiles that nobody knows; empty without any.
[[nodiscard]] QString unknownKeysText(const QStringList &keys);
/// \a looked is the file that could not be read; the error has the place in it, or names its folder. Where a
/// command mends it, the details are that command.
[[nodiscard]] ErrorText unreadableImport(const StorageError &error, const QString &looked);
/// Others can read the tokens in it. The details are the command that mends it.
[[nodiscard]] ErrorText importReadableByOthers(const QString &file, bool hasTokens);
/// What was done in all, and what stays in influxctl's file. The details are the command that removes the
/// tokens from it, empty where there is nothing to remove or no safe command.
[[nodiscard]] ErrorText importDone(const ProfileImport &import);
/// Deletes just those lines, if they still hold a management token; empty without lines. For sh with GNU sed.
[[nodiscard]] QString removalCommand(const QString &file, const std::vector<int> &lines);

} // namespace tokenry
