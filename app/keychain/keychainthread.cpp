// SPDX-License-Identifier: MIT
#include "keychain/keychainthread.h"

#include <QThread>

namespace tokenry
{

QThread *keychainThread()
{
    static QThread *const thread = [] {
        auto *started = new QThread;
        started->setObjectName(QStringLiteral("keychain"));
        started->start();
        return started;
    }();
    return thread;
}

} // namespace tokenry
