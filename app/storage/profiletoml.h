// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "domain/profile.h"
#include "ports/storageerror.h"

#include <QByteArray>
#include <QString>

namespace tokenry
{

// A profile as TOML, made to be written by hand as well:
//
//   name = "prod-eu"                                       # required
//   environment = "production"                             # production, staging or other; other when left
//   out management_url = "https://console.influxdata.com"      # this one when left out account_id =
//   "11111111-1111-4111-8111-111111111111"    # required cluster_id = "33333333-3333-4333-8333-333333333333"
//   # required cluster_url = "https://cluster-id.a.influxdb.io"       # optional: to see when a new token is
//   accepted
//
// Any other key is an error, so that a misspelled management_url does not become the default.

/// \a file is named in errors; \a slug is the profile's.
[[nodiscard]] Result<Profile, StorageError> profileFromToml(const QByteArray &text, const QString &slug,
                                                            const QString &file);
[[nodiscard]] QByteArray tomlOf(const Profile &profile);

} // namespace tokenry
