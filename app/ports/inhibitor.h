// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace tokenry
{

/// Asks the desktop to wait with sleep, shutdown and log-out while something must not be interrupted. Nothing
/// here blocks or fails: a desktop that does not offer it, or refuses, is not waited for. What is held is
/// given back at the latest when this goes.
class Inhibitor
{
public:
    virtual ~Inhibitor() = default;

    /// From now on until release(). \a reason is one sentence that the desktop may show to the person. While
    /// it is held already, nothing changes.
    virtual void hold(const QString &reason) = 0;
    /// As soon as it is safe; without hold() before, nothing happens.
    virtual void release() = 0;
};

} // namespace tokenry
