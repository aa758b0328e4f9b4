// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace tokenry
{

/// After how long the keychain is said not to answer.
struct KeychainTimeouts
{
    /// One question to the service that needs no person.
    std::chrono::milliseconds call = std::chrono::seconds(5);
    /// A whole operation. What is still running then is left alone and may still happen.
    std::chrono::milliseconds operation = std::chrono::seconds(60);
    /// unlock(): somebody has to find and type a password.
    std::chrono::milliseconds prompt = std::chrono::minutes(5);
};

} // namespace tokenry
