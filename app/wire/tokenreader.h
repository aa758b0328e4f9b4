// SPDX-License-Identifier: MIT
#pragma once

#include "domain/token.h"

#include <optional>
#include <simdjson.h>

namespace tokenry
{

/// A string value; \a exact is false where it held something that stands for no character.
struct ReadText
{
    QString text;
    bool exact = true;
};

/// Nothing where the value is no string.
[[nodiscard]] std::optional<ReadText> readText(simdjson::ondemand::value value);

/// A token object; nothing where the value is no object or its id cannot be read. A field of an unexpected
/// kind counts as left out, but a permission that cannot be read is kept as an unknown one: it must not look
/// as if it were not there.
[[nodiscard]] std::optional<Token> readToken(simdjson::ondemand::value value);

/// The same for the one answer to a creation, also without an id as long as it says what is permitted.
[[nodiscard]] std::optional<Token> readAnswer(simdjson::ondemand::value value);

} // namespace tokenry
