// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "domain/tokendraft.h"

#include <vector>

namespace tokenry
{

enum class DraftFault { DescriptionBlank, TokenInDescription, ExpiryNotInFuture, NoPermissions };

/// A draft that passed validation: what is reviewed, sent and compared with the answer. Immutable.
class TokenRequest
{
public:
    /// \a now decides what is in the future: the server's time where it is known, in the person's time zone.
    [[nodiscard]] static Result<TokenRequest, std::vector<DraftFault>> from(const TokenDraft &draft,
                                                                            const QDateTime &now);

    /// Without blanks at its edges.
    [[nodiscard]] const QString &description() const { return m_description; }
    [[nodiscard]] const PermissionSet &permissions() const { return m_permissions; }
    [[nodiscard]] const Expiry &expiry() const { return m_expiry; }

    friend bool operator==(const TokenRequest &, const TokenRequest &) = default;

private:
    TokenRequest() = default;

    QString m_description;
    PermissionSet m_permissions;
    Expiry m_expiry;
};

/// A draft that would become this request again, over a list of just the databases it names; move it over
/// another with PermissionSelection::over().
[[nodiscard]] TokenDraft draftWith(const QString &description, const Expiry &expiry,
                                   const PermissionSet &permissions);

/// All that keeps the draft from being a request; empty when nothing does.
[[nodiscard]] std::vector<DraftFault> faultsOf(const TokenDraft &draft, const QDateTime &now);

} // namespace tokenry
