// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace tokenry::demo
{

// Thrown by a check or a store; the plane that was asked turns it into its own kind of error body.
struct Refusal
{
    int status;
    QString message;
};

} // namespace tokenry::demo
