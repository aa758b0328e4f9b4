// SPDX-License-Identifier: MIT
#include "journeys/democleanup.h"

#include <QTimer>

#include <utility>

namespace tokenry
{

DemoCleanup::DemoCleanup(Keychain &keychain, QObject *parent) : QObject(parent), m_keychain(keychain) {}

void DemoCleanup::start()
{
    if (std::exchange(m_running, true))
        return;
    const auto items = std::exchange(m_items, {});
    const auto open = std::make_shared<qsizetype>(static_cast<qsizetype>(items.size()));
    const auto finishOnce = [this, open] {
        if (std::exchange(*open, -1) == -1)
            return;
        m_running = false;
        Q_EMIT finished();
    };
    QTimer::singleShot(patience, this, finishOnce);
    for (const KeychainItem &item : items) {
        whenDone(m_keychain.remove(item), this, [open, finishOnce](const Result<Done, KeychainError> &) {
            if (*open > 0 && --*open == 0)
                finishOnce();
        });
    }
}

} // namespace tokenry
