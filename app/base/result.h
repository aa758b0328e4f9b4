// SPDX-License-Identifier: MIT
#pragma once

#include <tl/expected.hpp>

namespace tokenry
{

/// A value, or a typed reason why there is none. (std::expected needs C++23.)
template <class T, class E>
using Result = tl::expected<T, E>;

using tl::unexpected;

/// The value of a Result that has nothing to say but "done".
struct Done
{
    friend bool operator==(Done, Done) = default;
};

} // namespace tokenry
