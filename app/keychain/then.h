// SPDX-License-Identifier: MIT
#pragma once

#include "ports/keychain.h"

#include <functional>

namespace tokenry
{

/// Who wants the answer of one step, inside the keychain's own thread. (Between threads it is a Pending.)
template <class T>
using Then = std::function<void(Result<T, KeychainError>)>;

/// Hands a failure on to \a otherwise and a value to \a next.
template <class T, class U, class Next>
[[nodiscard]] Then<T> onSuccess(Then<U> otherwise, Next next)
{
    return
        [otherwise = std::move(otherwise), next = std::move(next)](Result<T, KeychainError> answer) mutable {
            if (answer)
                next(std::move(*answer));
            else
                otherwise(unexpected(std::move(answer.error())));
        };
}

} // namespace tokenry
