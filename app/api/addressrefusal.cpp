// SPDX-License-Identifier: MIT
#include "api/addressrefusal.h"

namespace tokenry
{

std::optional<ApiError> refusalOf(const QUrl &url, const PrivateAuthority &authority,
                                  const QList<QSslCertificate> &certificates)
{
    ApiError error;
    error.kind = ApiError::Kind::NotAllowed;
    if (faultOf(url))
        return error;
    if (authority.file.isEmpty() || !certificates.isEmpty())
        return {};
    error.kind = ApiError::Kind::AuthorityUnusable;
    error.technical =
        authority.file + QLatin1String(": ") +
        (authority.fault.isEmpty() ? QStringLiteral("no readable certificate in it") : authority.fault);
    return error;
}

} // namespace tokenry
