// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"
#include "ports/apierror.h"

#include <QList>
#include <QSslCertificate>

#include <optional>

namespace tokenry
{

/// Why nothing may be sent to the URL: it may not be used, or its private authority, read as
/// \a certificates, cannot be.
[[nodiscard]] std::optional<ApiError> refusalOf(const QUrl &url, const PrivateAuthority &authority,
                                                const QList<QSslCertificate> &certificates);

} // namespace tokenry
