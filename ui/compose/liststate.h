// SPDX-License-Identifier: MIT
#pragma once

#include "wording/errortext.h"

#include <QDateTime>

#include <optional>

namespace tokenry
{

/// How the reading of the databases stands; the databases themselves come through DraftEditor::setCatalog().
struct ListState
{
    bool loading = false;
    /// Why they could not be read (again).
    std::optional<ErrorText> problem;
    /// When they were read last, in the person's time; not valid before the first answer.
    QDateTime readAt;

    friend bool operator==(const ListState &, const ListState &) = default;
};

} // namespace tokenry
