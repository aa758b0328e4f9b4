// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace tokenry
{

/// A failure in words for people. Plain text throughout, safe to show and to copy.
struct ErrorText
{
    /// What happened, one sentence.
    QString headline;
    /// What it means for the token or the data.
    QString meaning;
    /// What to do.
    QString remedy;
    /// Status, kind and the library's own words, one per line; may be empty.
    QString details;

    friend bool operator==(const ErrorText &, const ErrorText &) = default;
};

} // namespace tokenry
