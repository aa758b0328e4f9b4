// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace tokenry::demo
{

// A moment in microseconds since 1970 (UTC), the resolution the live cluster shows.
using Instant = qint64;

constexpr Instant microsPerSecond = 1'000'000;

Instant now();

// "2026-03-02T04:20:19Z" for whole seconds, otherwise with six digits: "2026-03-02T04:20:19.245127Z".
QString toRfc3339(Instant instant);

// Strict RFC 3339: nothing for anything else. Digits beyond microseconds are cut.
std::optional<Instant> fromRfc3339(const QString &text);

} // namespace tokenry::demo
