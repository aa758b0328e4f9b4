// SPDX-License-Identifier: MIT
#include "keychain/sessionbus.h"

#include <QDBusError>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QFileInfo>
#include <QUuid>

#include <limits>

using namespace Qt::StringLiterals;

namespace tokenry
{

using Kind = KeychainError::Kind;

SessionBus::SessionBus(std::chrono::milliseconds callTimeout, QObject *parent)
    : QObject(parent), m_name(u"tokenry-keychain-"_s + QUuid::createUuid().toString(QUuid::Id128)),
      m_bus(m_name), m_callTimeout(callTimeout)
{
}

SessionBus::~SessionBus()
{
    QDBusConnection::disconnectFromBus(m_name);
}

bool SessionBus::hasAddress()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtimeDir = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtimeDir.isEmpty() && QFileInfo::exists(runtimeDir + u"/bus"_s);
}

bool SessionBus::connectOnce()
{
    if (m_wasConnected)
        return m_bus.isConnected();
    if (!hasAddress())
        return false;
    // A connection that failed keeps its name; only a new one tries again.
    QDBusConnection::disconnectFromBus(m_name);
    m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name);
    m_wasConnected = m_bus.isConnected();
    if (m_wasConnected)
        m_bus.connect({}, u"/org/freedesktop/DBus/Local"_s, u"org.freedesktop.DBus.Local"_s,
                      u"Disconnected"_s, this, SLOT(onDisconnected()));
    return m_wasConnected;
}

void SessionBus::onDisconnected()
{
    Q_EMIT lost();
}

KeychainError SessionBus::notConnected() const
{
    return {m_wasConnected ? Kind::BusLost : Kind::Missing, m_bus.lastError().message()};
}

void SessionBus::ask(const QDBusMessage &call, Then<QVariantList> then)
{
    // Qt's timer is a coarse one and may fire a little early.
    send(call, int(m_callTimeout.count()), QDeadlineTimer(m_callTimeout * 9 / 10), std::move(then));
}

void SessionBus::askPerson(const QDBusMessage &call, Then<QVariantList> then)
{
    send(call, std::numeric_limits<int>::max(), QDeadlineTimer(QDeadlineTimer::Forever), std::move(then));
}

void SessionBus::send(const QDBusMessage &call, int milliseconds, QDeadlineTimer deadline,
                      Then<QVariantList> then)
{
    if (!connectOnce())
        return then(unexpected(notConnected()));
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, milliseconds), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, deadline, then = std::move(then)] {
                watcher->deleteLater();
                if (watcher->isError())
                    then(unexpected(errorOf(watcher->error(), deadline.hasExpired())));
                else
                    then(watcher->reply().arguments());
            });
}

KeychainError SessionBus::errorOf(const QDBusError &error, bool timedOut) const
{
    const QString technical = error.name() + u": "_s + error.message();
    if (!m_bus.isConnected())
        return {Kind::BusLost, technical};
    switch (error.type()) {
    case QDBusError::Disconnected:
        return {Kind::BusLost, technical};
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        // The bus says "no reply" also, and at once, for a service that died before it answered.
        return {timedOut ? Kind::NotAnswering : Kind::Missing, technical};
    case QDBusError::ServiceUnknown:
        return {Kind::Missing, technical};
    case QDBusError::AccessDenied:
        return {Kind::Denied, technical};
    case QDBusError::UnknownObject:
        return {Kind::NotFound, technical};
    default:
        break;
    }
    if (error.name().startsWith("org.freedesktop.DBus.Error.Spawn."_L1) ||
        error.name() == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1)
        return {Kind::Missing, technical};
    if (error.name() == "org.freedesktop.Secret.Error.NoSuchObject"_L1)
        return {Kind::NotFound, technical};
    return {Kind::Failed, technical};
}

void SessionBus::owner(const QString &name, Then<QString> then)
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                       u"org.freedesktop.DBus"_s, u"GetNameOwner"_s);
    call << name;
    ask(call, onSuccess<QVariantList>(
                  then, [then](const QVariantList &reply) { then(reply.value(0).toString()); }));
}

bool SessionBus::subscribe(const QString &service, const QString &path, const QString &interface,
                           const QString &signal, QObject *receiver, const char *slot)
{
    return m_bus.connect(service, path, interface, signal, receiver, slot);
}

} // namespace tokenry
