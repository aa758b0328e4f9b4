// SPDX-License-Identifier: MIT
#include "support/desktop/fakedesktop.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>

#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tokenry::test
{

namespace
{

const QString connectionName = u"fake-desktop"_s;

struct Place
{
    QString service;
    QString path;
};

Place placeOf(FakeDesktop::Offer offer)
{
    switch (offer) {
    case FakeDesktop::Offer::Logind:
        return {u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s};
    case FakeDesktop::Offer::SessionManager:
        return {u"org.gnome.SessionManager"_s, u"/org/gnome/SessionManager"_s};
    case FakeDesktop::Offer::Portal:
        break;
    }
    return {u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s};
}

/// Whether nobody has the other end any more.
bool isGivenBack(int end)
{
    pollfd watched{end, POLLIN, 0};
    return ::poll(&watched, 1, 0) == 1 && (watched.revents & POLLHUP) != 0;
}

} // namespace

FakeDesktop::FakeDesktop(const std::vector<Offer> &offers)
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName)), m_offers(offers)
{
    for (const Offer offer : m_offers) {
        m_bus.registerVirtualObject(placeOf(offer).path, this, QDBusConnection::SubPath);
        m_bus.registerService(placeOf(offer).service);
    }
}

FakeDesktop::~FakeDesktop()
{
    for (const Offer offer : m_offers)
        m_bus.unregisterObject(placeOf(offer).path, QDBusConnection::UnregisterTree);
    QDBusConnection::disconnectFromBus(connectionName);
    for (const auto &[mode, end] : m_locks)
        ::close(end);
}

void FakeDesktop::beSystemBus()
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
}

QStringList FakeDesktop::held() const
{
    QStringList held;
    for (const auto &[mode, end] : m_locks) {
        if (!isGivenBack(end))
            held += mode;
    }
    if (m_sessionHeld)
        held += u"session"_s;
    if (!m_request.isEmpty())
        held += u"portal"_s;
    return held;
}

QString FakeDesktop::introspect(const QString & /*path*/) const
{
    return {};
}

bool FakeDesktop::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    if (m_holdsAnswers)
        m_waiting.push_back(message);
    else
        connection.send(answer(message));
    return true;
}

void FakeDesktop::answerHeld()
{
    m_holdsAnswers = false;
    for (const QDBusMessage &call : std::exchange(m_waiting, {}))
        m_bus.send(answer(call));
}

QDBusMessage FakeDesktop::answer(const QDBusMessage &call)
{
    const QString method = call.member();
    const QVariantList given = call.arguments();
    if (call.interface() == "org.freedesktop.login1.Manager"_L1 && method == "Inhibit"_L1)
        return lock(call);
    if (call.interface() == "org.gnome.SessionManager"_L1 && method == "Inhibit"_L1) {
        m_asked += given.value(0).toString() + u": "_s + given.value(2).toString();
        // 1: log-out, 4: suspend
        m_sessionHeld = given.value(3).toUInt() == 5U;
        return call.createReply(++m_cookie);
    }
    if (call.interface() == "org.gnome.SessionManager"_L1 && method == "Uninhibit"_L1) {
        m_sessionHeld = m_sessionHeld && given.value(0).toUInt() != m_cookie;
        return call.createReply();
    }
    if (call.interface() == "org.freedesktop.portal.Inhibit"_L1 && method == "Inhibit"_L1) {
        m_asked += u"portal: "_s + qdbus_cast<QVariantMap>(given.value(2)).value(u"reason"_s).toString();
        m_request = u"/org/freedesktop/portal/desktop/request/1"_s;
        return call.createReply(QVariant::fromValue(QDBusObjectPath(m_request)));
    }
    if (call.interface() == "org.freedesktop.portal.Request"_L1 && method == "Close"_L1) {
        if (call.path() == m_request)
            m_request.clear();
        return call.createReply();
    }
    return call.createErrorReply(QDBusError::UnknownMethod, method);
}

QDBusMessage FakeDesktop::lock(const QDBusMessage &call)
{
    const QVariantList given = call.arguments();
    const QString mode = given.value(0).toString() + u' ' + given.value(3).toString();
    m_asked += given.value(1).toString() + u": "_s + given.value(2).toString();
    if (m_refusesBlocks && mode.endsWith("block"_L1))
        return call.createErrorReply(QDBusError::AccessDenied, u"not at the computer"_s);
    int ends[2];
    if (::pipe(ends) != 0)
        return call.createErrorReply(QDBusError::NoMemory, u"no pipe"_s);
    m_locks.insert_or_assign(mode, ends[0]);
    const QDBusUnixFileDescriptor theirs(ends[1]);
    ::close(ends[1]);
    return call.createReply(QVariant::fromValue(theirs));
}

} // namespace tokenry::test
