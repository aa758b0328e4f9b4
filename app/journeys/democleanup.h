// SPDX-License-Identifier: MIT
#pragma once

#include "ports/keychain.h"

#include <QObject>

#include <chrono>
#include <vector>

namespace tokenry
{

/// Takes the demo cluster's secrets out of the keychain when the program ends: they open nothing any more.
class DemoCleanup : public QObject
{
    Q_OBJECT

public:
    /// Quitting waits no longer than this, whatever hangs; a Farewell comes after it.
    static constexpr std::chrono::milliseconds patience{700};

    explicit DemoCleanup(Keychain &keychain, QObject *parent = nullptr);

    void remember(const KeychainItem &item) { m_items.push_back(item); }
    /// Until what was remembered is gone.
    [[nodiscard]] bool isNeeded() const { return !m_items.empty() || m_running; }
    /// Removes what was remembered and emits finished() in any case; while that is under way, nothing more.
    void start();

Q_SIGNALS:
    void finished();

private:
    Keychain &m_keychain;
    std::vector<KeychainItem> m_items;
    bool m_running = false;
};

} // namespace tokenry
