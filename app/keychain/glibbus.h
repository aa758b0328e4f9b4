// SPDX-License-Identifier: MIT
#pragma once

namespace tokenry
{

/// GLib's shared connection to the session bus, which libsecret uses behind QtKeychain.
class GlibBus
{
public:
    /// GLib ends the process (SIGTERM) when the session bus goes away; this forbids it. Blocks until the bus
    /// answers. Call it before the first keychain job. Does nothing without a bus address: GLib would start a
    /// bus of its own.
    void keepProcessAlive();

    /// Whether the connection was there and is gone; GLib never makes another one.
    [[nodiscard]] bool isLost() const;

private:
    /// Never given back: it is the connection that libsecret gets, too.
    void *m_connection = nullptr;
};

} // namespace tokenry
