// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringView>

namespace tokenry
{

/// A key whose byte order is how people sort names: case aside, runs of digits by value (db9 before db10);
/// equal otherwise, upper case first. Independent of the locale. (QCollator ignores numbers and case in the C
/// locale.)
[[nodiscard]] QByteArray naturalKey(QStringView name);

} // namespace tokenry
