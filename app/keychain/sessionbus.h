// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/then.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDeadlineTimer>
#include <QObject>
#include <QVariantList>

#include <chrono>

namespace tokenry
{

/// The session bus: typed errors, a time limit for each call, and the memory of having been lost. Connects at
/// the first question. Lives in the keychain's thread.
class SessionBus : public QObject
{
    Q_OBJECT

public:
    explicit SessionBus(std::chrono::milliseconds callTimeout, QObject *parent = nullptr);
    ~SessionBus() override;

    /// Whether anybody told us where a bus is. Without that the bus libraries start a stray one.
    [[nodiscard]] static bool hasAddress();

    /// Calls a method and gives \a then the arguments of its reply. Errors: Missing (no bus, no such
    /// service), BusLost, NotAnswering, Denied, NotFound (no such object), Failed.
    void ask(const QDBusMessage &call, Then<QVariantList> then);

    /// The same for what waits for a person, who may take as long as it takes.
    void askPerson(const QDBusMessage &call, Then<QVariantList> then);

    /// The unique name that owns a well-known one; Missing if there is none.
    void owner(const QString &name, Then<QString> then);

    /// Connects a slot (SLOT(…)) to a signal of the service.
    bool subscribe(const QString &service, const QString &path, const QString &interface,
                   const QString &signal, QObject *receiver, const char *slot);
    [[nodiscard]] QDBusConnection connection() const { return m_bus; }

Q_SIGNALS:
    void lost();

private Q_SLOTS:
    void onDisconnected();

private:
    void send(const QDBusMessage &call, int milliseconds, QDeadlineTimer deadline, Then<QVariantList> then);
    bool connectOnce();
    [[nodiscard]] KeychainError notConnected() const;
    [[nodiscard]] KeychainError errorOf(const QDBusError &error, bool timedOut) const;

    QString m_name;
    QDBusConnection m_bus;
    std::chrono::milliseconds m_callTimeout;
    bool m_wasConnected = false;
};

} // namespace tokenry
