// SPDX-License-Identifier: MIT
#pragma once

#include "domain/profile.h"

#include <optional>

namespace tokenry
{

// What environments and products are called in files: profiles, requests, influxctl's configuration. Not for
// people.

[[nodiscard]] QLatin1String wordOf(Environment environment);
[[nodiscard]] QLatin1String wordOf(Product product);
/// Nothing where the word is none of them.
[[nodiscard]] std::optional<Environment> environmentCalled(QStringView word);
[[nodiscard]] std::optional<Product> productCalled(QStringView word);

} // namespace tokenry
