// SPDX-License-Identifier: MIT
#pragma once

#include "domain/requestfindings.h"

#include <QDateTime>
#include <QString>

namespace tokenry
{

/// The file that a request under review was read from.
struct ReviewOrigin
{
    /// Without its folder.
    QString fileName;
    QDateTime exportedAt;
    RequestFindings findings;
};

} // namespace tokenry
