// SPDX-License-Identifier: MIT
#pragma once

#include "domain/approval.h"
#include "domain/requestfindings.h"
#include "ports/draftstore.h"
#include "ports/requestfiles.h"
#include "wording/errortext.h"

#include <QString>

namespace tokenry
{

/// What is said about requests in files, and about drafts that are kept.
namespace requesttext
{

/// "request 7F3A-91C2"
[[nodiscard]] QString title(const QString &sha256);
/// How the sum can be computed without Tokenry, and what it covers.
[[nodiscard]] QString sumMeans();
[[nodiscard]] QString approval(Approval approval);
/// The same in two words, beside the title; empty where nothing was pasted.
[[nodiscard]] QString approvalInShort(Approval approval);

/// Where the request under review comes from: whether it is what was exported, or what differs. \a exportedAt
/// in the person's time zone.
[[nodiscard]] ErrorText origin(const QString &fileName, const RequestFindings &findings,
                               const QDateTime &exportedAt, const QDateTime &now);

/// Beside the button that creates nothing because of it.
[[nodiscard]] QString expired();

[[nodiscard]] ErrorText textFor(const RequestFileError &error);
[[nodiscard]] ErrorText textFor(const DraftError &error, const QString &profileName);

/// The file is for another cluster than the current profile's (null: there is no profile). \a right is the
/// profile that it is for (null: there is none).
[[nodiscard]] ErrorText otherCluster(const RequestFile::Cluster &wanted, const Profile *current,
                                     const Profile *right);
/// Now there is a profile for the file that was refused for want of one.
[[nodiscard]] ErrorText profileThere(const QString &fileName, const QString &profileName);
/// Where the fields of a new profile were filled in from.
[[nodiscard]] ErrorText filledIn(const QString &fileName);
/// It is opened when the databases have been read.
[[nodiscard]] ErrorText waitsForList(const QString &fileName);
[[nodiscard]] ErrorText dropOneFile();
[[nodiscard]] ErrorText saved(const QString &path, const QString &sha256);
/// The question before a file is replaced.
[[nodiscard]] QString replaceQuestion(const QString &path);
[[nodiscard]] QString replaceMeans();

/// A name for the file, from the description: "telegraf-edge-west-ops-1412.tokenry.json".
[[nodiscard]] QString proposedFileName(const QString &description);
[[nodiscard]] QString fileFilter();
/// ".tokenry.json"
[[nodiscard]] QString fileEnding();

} // namespace requesttext

} // namespace tokenry
