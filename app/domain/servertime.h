// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>

#include <cstdlib>

namespace tokenry
{

/// What the server's clock said in an answer, and this computer's at the same moment.
struct ServerTime
{
    /// The answer's Date; not valid where it had none.
    QDateTime date;
    /// When its headers came: what follows them may take its time.
    QDateTime heardAt;

    [[nodiscard]] bool isKnown() const { return date.isValid() && heardAt.isValid(); }

    /// How far this computer's clock is ahead of the server's, in seconds; 0 where that is not known.
    [[nodiscard]] qint64 skew() const
    {
        // Date has whole seconds, and was written before it came: below two seconds a difference says
        // nothing.
        constexpr qint64 noise = 2;
        const qint64 ahead = isKnown() ? date.secsTo(heardAt) : 0;
        return std::abs(ahead) <= noise ? 0 : ahead;
    }
};

} // namespace tokenry
