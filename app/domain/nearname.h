// SPDX-License-Identifier: MIT
#pragma once

#include "domain/databasecatalog.h"

#include <optional>

namespace tokenry
{

/// The listed database that somebody who wrote \a name may have meant, to ask "did you mean …?": the same
/// name in another case, a name that was cut short (billing_ev for billing_events), or one with a slip of the
/// keyboard or two. Names whose numbers differ are different names: site_07 is never taken for site_08.
///
/// None where nothing is near, and never one that no permission could bear. A name that is listed is its own
/// nearest. The same answer for the same
/// catalog, always; linear in its size.
[[nodiscard]] std::optional<DatabaseCatalog::Row> nearestName(const DatabaseCatalog &catalog,
                                                              const QString &name);

} // namespace tokenry
