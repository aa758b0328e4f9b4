// SPDX-License-Identifier: MIT
#pragma once

#include "base/farewell.h"
#include "ports/inhibitor.h"

#include <memory>
#include <optional>

namespace tokenry
{

class InhibitorWorker;

/// The desktop's own inhibitors over D-Bus: logind's (a block where it is allowed, and a delay) for sleep and
/// shutdown, the session manager's or else the portal's for log-out. Touches no bus before the first hold().
/// Its destruction takes no longer than a Farewell, whatever hangs.
class DesktopInhibitor final : public Inhibitor
{
public:
    DesktopInhibitor();
    ~DesktopInhibitor() override;
    DesktopInhibitor(const DesktopInhibitor &) = delete;
    DesktopInhibitor &operator=(const DesktopInhibitor &) = delete;

    /// Gives back what is held and begins its end without waiting for it; holds nothing any more.
    void leave();

    void hold(const QString &reason) override;
    void release() override;

private:
    bool m_held = false;
    /// Lives in a thread of its own, from the first hold() on.
    std::unique_ptr<InhibitorWorker> m_worker;
    std::optional<Farewell> m_farewell;
};

} // namespace tokenry
