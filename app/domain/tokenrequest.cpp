// SPDX-License-Identifier: MIT
#include "domain/tokenrequest.h"

namespace tokenry
{

std::vector<DraftFault> faultsOf(const TokenDraft &draft, const QDateTime &now)
{
    std::vector<DraftFault> faults;
    if (draft.description.trimmed().isEmpty())
        faults.push_back(DraftFault::DescriptionBlank);
    const Expiry expiry = draft.expiry.resolve(now);
    const bool noDate = draft.expiry.kind == ExpiryChoice::Kind::OnDate && !draft.expiry.date.isValid();
    if (noDate || (!expiry.isNever() && expiry.instant() <= now))
        faults.push_back(DraftFault::ExpiryNotInFuture);
    if (draft.permissions.isEmpty() && !draft.withoutAccess)
        faults.push_back(DraftFault::NoPermissions);
    return faults;
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
