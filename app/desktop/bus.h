// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QString>

#include <optional>

namespace tokenry
{

/// A connection of its own to one of the two buses, made when it is first asked for. Making it blocks until
/// the bus answers, so this lives in a thread where that holds up nobody.
class Bus
{
public:
    explicit Bus(QDBusConnection::BusType type);
    ~Bus();
    Bus(const Bus &) = delete;
    Bus &operator=(const Bus &) = delete;

    /// Not there where there is no such bus; asked again, it is looked for again.
    [[nodiscard]] std::optional<QDBusConnection> connection();

private:
    const QDBusConnection::BusType m_type;
    const QString m_name;
};

} // namespace tokenry
