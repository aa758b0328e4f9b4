// SPDX-License-Identifier: MIT
#pragma once

#include <QDeadlineTimer>
#include <QObject>

#include <chrono>
#include <memory>

class QSemaphore;

namespace tokenry
{

/// The end of an object that lives in another thread: begun at once, and waited for as long as quitting can
/// wait, whatever hangs there. Several that are begun together are waited for together.
class Farewell
{
public:
    /// Since the beginning; a part of the second that quitting may last.
    static constexpr std::chrono::milliseconds patience{250};

    /// What the worker was asked to do before, it does before it goes.
    explicit Farewell(std::unique_ptr<QObject> worker);

    /// Waits for the end; false where it did not come in time, and the worker is left alone.
    [[nodiscard]] bool isOver();

private:
    const std::shared_ptr<QSemaphore> m_gone;
    const QDeadlineTimer m_deadline;
};

} // namespace tokenry
