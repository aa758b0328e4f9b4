// SPDX-License-Identifier: MIT
#include "domain/tokenrequest.h"

#include "domain/pastedtext.h"

namespace tokenry
{

bool isBlank(const TokenDraft &draft, const ExpiryChoice &defaultExpiry)
{
    const PermissionSelection &permissions = draft.permissions;
    return draft.description.isEmpty() && permissions.isEmpty() && permissions.tickedRowCount() == 0 &&
           !draft.withoutAccess && draft.expiry == defaultExpiry &&
           permissions.rowCount() == permissions.catalog().size();
}

std::vector<DraftFault> faultsOf(const TokenDraft &draft, const QDateTime &now)
{
    std::vector<DraftFault> faults;
    if (draft.description.trimmed().isEmpty())
        faults.push_back(DraftFault::DescriptionBlank);
    // Everybody on the account can read it there, and it stands in files.
    if (holdsToken(draft.description))
        faults.push_back(DraftFault::TokenInDescription);
    const Expiry expiry = draft.expiry.resolve(now);
    const bool noDate = draft.expiry.kind == ExpiryChoice::Kind::OnDate && !draft.expiry.date.isValid();
    if (noDate || (!expiry.isNever() && expiry.instant() <= now))
        faults.push_back(DraftFault::ExpiryNotInFuture);
    if (draft.permissions.isEmpty() && !draft.withoutAccess)
        faults.push_back(DraftFault::NoPermissions);
    return faults;
}

TokenDraft draftWith(const QString &description, const Expiry &expiry, const PermissionSet &permissions)
{
    TokenDraft draft;
    draft.description = description;
    draft.expiry.kind = expiry.isNever() ? ExpiryChoice::Kind::Never : ExpiryChoice::Kind::OnDate;
    if (!expiry.isNever())
        draft.expiry.date = expiry.instant();
    draft.withoutAccess = permissions.isEmpty();
    // Names of somebody else's: whether they are there, a list has to say.
    draft.permissions = PermissionSelection::of(permissions);
    return draft;
}

Result<TokenRequest, std::vector<DraftFault>> TokenRequest::from(const TokenDraft &draft,
                                                                 const QDateTime &now)
{
    if (auto faults = faultsOf(draft, now); !faults.empty())
        return unexpected(std::move(faults));
    TokenRequest request;
    request.m_description = draft.description.trimmed();
    request.m_permissions = draft.permissions.permissions();
    request.m_expiry = draft.expiry.resolve(now);
    return request;
}

} // namespace tokenry
