// SPDX-License-Identifier: MIT
#pragma once

#include "ports/influxctlprofiles.h"

#include <QByteArray>

namespace tokenry
{

/// influxctl's config.toml. A text that is no TOML is an error as a whole; a value that cannot be used is the
/// fault of its profile. Neither ever quotes a value. A file of influxctl 1 (account_id and cluster_id
/// without a profile) is one profile named "default". \a file is named in errors, and relative paths count
/// from its folder.
[[nodiscard]] Result<InfluxctlConfig, StorageError> influxctlConfigFromToml(const QByteArray &text,
                                                                            const QString &file);

} // namespace tokenry
