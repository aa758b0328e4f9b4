// SPDX-License-Identifier: MIT
#include "keychain/glibbus.h"

#include "keychain/sessionbus.h"

#include <QLibrary>

namespace tokenry
{

namespace
{

// libsecret brings gio with it; resolving it at run time spares Tokenry GLib's headers.
template <class Function>
Function *gio(const char *name)
{
    QLibrary library(QStringLiteral("gio-2.0"), 0);
    return reinterpret_cast<Function *>(library.resolve(name));
}

constexpr int sessionBusType = 2;

} // namespace

void GlibBus::keepProcessAlive()
{
    if (m_connection || !SessionBus::hasAddress())
        return;
    auto *get = gio<void *(int, void *, void *)>("g_bus_get_sync");
    auto *setExitOnClose = gio<void(void *, int)>("g_dbus_connection_set_exit_on_close");
    if (!get || !setExitOnClose)
        return;
    m_connection = get(sessionBusType, nullptr, nullptr);
    if (m_connection)
        setExitOnClose(m_connection, 0);
}

bool GlibBus::isLost() const
{
    auto *isClosed = gio<int(void *)>("g_dbus_connection_is_closed");
    return m_connection && isClosed && isClosed(m_connection) != 0;
}

} // namespace tokenry
