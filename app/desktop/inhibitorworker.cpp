// SPDX-License-Identifier: MIT
#include "desktop/inhibitorworker.h"

#include "base/logging.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>

using namespace Qt::StringLiterals;

namespace tokenry
{

namespace
{

constexpr int patienceMs = 5000;
/// A portal may have to be started first.
constexpr int portalPatienceMs = 25'000;
/// Of org.gnome.SessionManager and of the portal alike: log-out and suspend.
constexpr uint logOutAndSuspend = 1U | 4U;

const QString who = u"Tokenry"_s;
const QString applicationId = u"org.tokenry.Tokenry"_s;

QDBusMessage toSessionManager(const QString &method)
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        u"org.gnome.SessionManager"_s, u"/org/gnome/SessionManager"_s, u"org.gnome.SessionManager"_s, method);
    // One that does not run manages no session.
    call.setAutoStartService(false);
    return call;
}

} // namespace

InhibitorWorker::InhibitorWorker()
    : m_system(QDBusConnection::SystemBus), m_session(QDBusConnection::SessionBus)
{
}

InhibitorWorker::~InhibitorWorker()
{
    release();
}

void InhibitorWorker::hold(const QString &reason)
{
    if (m_round % 2 != 0)
        return;
    ++m_round;
    askLogind(reason);
    askSessionManager(reason);
}

void InhibitorWorker::release()
{
    if (m_round % 2 == 0)
        return;
    ++m_round;
    m_locks.clear();
    if (m_cookie)
        uninhibit(*std::exchange(m_cookie, {}));
    if (!m_request.isEmpty())
        closeRequest(std::exchange(m_request, {}));
}

void InhibitorWorker::askLogind(const QString &reason)
{
    auto bus = m_system.connection();
    if (!bus)
        return;
    // A block is refused to who may not have it and ignored when a lid closes; a delay holds for seconds
    // then.
    for (const QString &mode : {u"delay"_s, u"block"_s}) {
        QDBusMessage call =
            QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                           u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
        call.setAutoStartService(false);
        call << u"sleep:shutdown"_s << who << reason << mode;
        follow(
            bus->asyncCall(call, patienceMs),
            [this](const Arguments &reply, bool wanted) {
                if (wanted)
                    m_locks.push_back(reply.value(0).value<QDBusUnixFileDescriptor>());
            },
            [mode] { qCInfo(logDesktop).noquote() << "logind gives no lock:" << mode; });
    }
}

void InhibitorWorker::askSessionManager(const QString &reason)
{
    auto bus = m_session.connection();
    if (!bus)
        return;
    QDBusMessage call = toSessionManager(u"Inhibit"_s);
    call << applicationId << 0U << reason << logOutAndSuspend;
    const quint64 round = m_round;
    follow(
        bus->asyncCall(call, patienceMs),
        [this](const Arguments &reply, bool wanted) {
            const uint cookie = reply.value(0).toUInt();
            if (wanted)
                m_cookie = cookie;
            else
                uninhibit(cookie);
        },
        [this, reason, round] {
            if (round == m_round)
                askPortal(reason);
        });
}

void InhibitorWorker::askPortal(const QString &reason)
{
    auto bus = m_session.connection();
    if (!bus)
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s,
                                                       u"/org/freedesktop/portal/desktop"_s,
                                                       u"org.freedesktop.portal.Inhibit"_s, u"Inhibit"_s);
    call << QString() << logOutAndSuspend << QVariantMap{{u"reason"_s, reason}};
    follow(
        bus->asyncCall(call, portalPatienceMs),
        [this](const Arguments &reply, bool wanted) {
            const QString path = reply.value(0).value<QDBusObjectPath>().path();
            if (wanted)
                m_request = path;
            else
                closeRequest(path);
        },
        [] { qCInfo(logDesktop) << "the desktop session does not wait for anybody"; });
}

void InhibitorWorker::uninhibit(uint cookie)
{
    auto bus = m_session.connection();
    if (!bus)
        return;
    QDBusMessage call = toSessionManager(u"Uninhibit"_s);
    call << cookie;
    bus->send(call);
}

void InhibitorWorker::closeRequest(const QString &path)
{
    auto bus = m_session.connection();
    if (!bus || path.isEmpty())
        return;
    bus->send(QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s, path,
                                             u"org.freedesktop.portal.Request"_s, u"Close"_s));
}

void InhibitorWorker::follow(const QDBusPendingCall &call, std::function<void(const Arguments &, bool)> then,
                             std::function<void()> otherwise)
{
    auto *const watcher = new QDBusPendingCallWatcher(call, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, round = m_round, then = std::move(then), otherwise = std::move(otherwise)] {
                watcher->deleteLater();
                if (watcher->isError())
                    otherwise();
                else
                    then(watcher->reply().arguments(), round == m_round);
            });
}

} // namespace tokenry
