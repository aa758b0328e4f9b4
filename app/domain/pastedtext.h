// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"

#include <QByteArrayView>

namespace tokenry
{

/// What kind of token a pasted text looks like. A hint from its beginning, never a verdict; but Broken is one
/// with something inside it that no token has and no HTTP header carries (a blank, a line end, anything
/// beyond ASCII).
enum class TokenKind { Management, Database, Jwt, Unknown, Broken };
[[nodiscard]] TokenKind tokenKind(QByteArrayView text);
/// Whether a word of the text looks like a token, and is too long for anything else: it belongs neither into
/// a description nor among names.
[[nodiscard]] bool holdsToken(QStringView text);

/// Whether a word of the text begins as tokens do: perhaps one that is being typed, perhaps a database called
/// apiv1_requests.
[[nodiscard]] bool mayBeginToken(QStringView text);

/// The text without what comes along when it is copied: blanks, quotes, brackets and commas around it, and
/// the no-break and zero-width characters of web pages and chats. What is inside stays.
[[nodiscard]] QStringView withoutEdges(QStringView text);

/// What a pasted ID or URL holds. Blanks, newlines, quotes, braces and a whole endpoint URL are forgiven.
struct PastedAddress
{
    /// Lower-case UUIDs; empty where none was found.
    QString accountId;
    QString clusterId;
    /// Several clusters are named: which one is meant is not ours to say, and clusterId stays empty.
    bool severalClusters = false;
    /// The same of accounts; which cluster is meant is not known then either.
    bool severalAccounts = false;
    /// scheme://host:port of the URLs with /accounts/ID in them; empty without one, or where they differ.
    QUrl managementUrl;
};
/// A single ID gives accountId and clusterId empty; cleanedId() is for that.
[[nodiscard]] PastedAddress pastedAddress(const QString &text);
/// The text withoutEdges(), in lower case.
[[nodiscard]] QString cleanedId(const QString &text);

} // namespace tokenry
