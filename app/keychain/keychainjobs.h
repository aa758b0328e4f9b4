// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/then.h"

#include <QObject>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>

namespace QKeychain
{
class Job;
}

namespace tokenry
{

/// Whether somebody still waits for an answer; set to false from the waiter's thread.
using Wanted = std::shared_ptr<const std::atomic_bool>;

/// QtKeychain's jobs, one after the other; nothing else includes QtKeychain. A running job is never deleted:
/// libsecret would call back into freed memory. Lives in the keychain's thread.
class KeychainJobs : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void read(const KeychainItem &item, Then<Secret> then);
    /// Does not begin (NotAnswering) when its turn comes after everybody has given up waiting.
    void write(const KeychainItem &item, std::shared_ptr<const Secret> secret, Wanted wanted,
               Then<Done> then);
    void remove(const KeychainItem &item, Then<Done> then);

private:
    struct Step
    {
        /// nullptr when the step is not wanted any more.
        std::function<QKeychain::Job *()> make;
        std::function<void(QKeychain::Job *)> done;
    };

    void enqueue(Step step);
    void startNext();

    std::deque<Step> m_waiting;
    bool m_running = false;
};

} // namespace tokenry
