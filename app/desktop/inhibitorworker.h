// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/bus.h"

#include <QDBusPendingCall>
#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace tokenry
{

/// Asks logind, and the session's manager or else its portal. Lives in a thread of its own. An answer that
/// comes after release() is given back at once.
class InhibitorWorker : public QObject
{
    Q_OBJECT

public:
    InhibitorWorker();
    ~InhibitorWorker() override;

    void hold(const QString &reason);
    void release();

private:
    using Arguments = QVariantList;

    void askLogind(const QString &reason);
    void askSessionManager(const QString &reason);
    void askPortal(const QString &reason);
    void uninhibit(uint cookie);
    void closeRequest(const QString &path);
    /// Calls \a then with the reply's arguments, and whether they are still wanted; \a otherwise on an error.
    void follow(const QDBusPendingCall &call, std::function<void(const Arguments &, bool)> then,
                std::function<void()> otherwise);

    Bus m_system;
    Bus m_session;
    /// Tells the answers to the current hold() from late ones; even while nothing is held.
    quint64 m_round = 0;
    /// logind's locks: they last until they are closed.
    std::vector<QDBusUnixFileDescriptor> m_locks;
    std::optional<uint> m_cookie;
    QString m_request;
};

} // namespace tokenry
