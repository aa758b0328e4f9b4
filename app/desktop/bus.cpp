// SPDX-License-Identifier: MIT
#include "desktop/bus.h"

#include <QFileInfo>
#include <QUuid>

namespace tokenry
{

namespace
{

/// Without an address the bus library would start a stray session bus.
bool hasSessionBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtimeDir = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtimeDir.isEmpty() && QFileInfo::exists(runtimeDir + QLatin1String("/bus"));
}

} // namespace

Bus::Bus(QDBusConnection::BusType type)
    : m_type(type), m_name(QStringLiteral("tokenry-desktop-") + QUuid::createUuid().toString(QUuid::Id128))
{
}

Bus::~Bus()
{
    QDBusConnection::disconnectFromBus(m_name);
}

std::optional<QDBusConnection> Bus::connection()
{
    if (m_type == QDBusConnection::SessionBus && !hasSessionBus())
        return std::nullopt;
    QDBusConnection known(m_name);
    if (known.isConnected())
        return known;
    // One that failed or broke keeps its name; only a new one tries again.
    QDBusConnection::disconnectFromBus(m_name);
    QDBusConnection made = QDBusConnection::connectToBus(m_type, m_name);
    return made.isConnected() ? std::optional(made) : std::nullopt;
}

} // namespace tokenry
