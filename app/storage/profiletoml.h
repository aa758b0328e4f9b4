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
//   name = "prod-eu"                                   # required
//   environment = "production"                         # or staging, other; other when left out
//   product = "dedicated"                              # or clustered; dedicated when left out
//   management_url = "https://console.influxdata.com"  # this one when left out; clustered: required
//   account_id = "11111111-1111-4111-8111-111111111111"  # required; clustered: both IDs or none
//   cluster_id = "33333333-3333-4333-8333-333333333333"  # required
//   cluster_url = "https://cluster-id.a.influxdb.io"   # optional
//   ca_file = "/etc/ssl/influx-ca.pem"                 # optional: trusted beside the system's authorities
//
// Any other key is an error, so that a misspelled management_url does not become the default.

/// \a file is named in errors; \a slug is the profile's. The authority's file is named in the profile, and
/// not read.
[[nodiscard]] Result<Profile, StorageError> profileFromToml(const QByteArray &text, const QString &slug,
                                                            const QString &file);
[[nodiscard]] QByteArray tomlOf(const Profile &profile);
/// Whether tomlOf() made it, and not somebody's hand.
[[nodiscard]] bool isMadeByTokenry(QByteArrayView text);

} // namespace tokenry
