// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace tokenry
{

/// The path without slashes at its end: another can follow it.
[[nodiscard]] inline QByteArray withoutLastSlashes(QByteArray path)
{
    while (path.endsWith('/'))
        path.chop(1);
    return path;
}

} // namespace tokenry
