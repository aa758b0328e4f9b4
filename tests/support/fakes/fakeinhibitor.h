// SPDX-License-Identifier: MIT
#pragma once

#include "ports/inhibitor.h"

#include <QStringList>

namespace tokenry::testsupport
{

/// Remembers what the desktop was asked for.
class FakeInhibitor final : public Inhibitor
{
public:
    bool isHeld = false;
    /// One for each time.
    QStringList reasons;

    void hold(const QString &reason) override
    {
        if (!isHeld)
            reasons += reason;
        isHeld = true;
    }
    void release() override { isHeld = false; }
};

} // namespace tokenry::testsupport
