// SPDX-License-Identifier: MIT
#include "desktop/desktopinhibitor.h"

#include "base/logging.h"
#include "desktop/inhibitorworker.h"

#include <QThread>

namespace tokenry
{

namespace
{

/// Started at the first call and running until the process ends: a bus that does not answer holds it, and
/// must not hold up quitting.
QThread *desktopThread()
{
    static QThread *const thread = [] {
        auto *started = new QThread;
        started->setObjectName(QStringLiteral("desktop"));
        started->start();
        return started;
    }();
    return thread;
}

} // namespace

DesktopInhibitor::DesktopInhibitor() = default;

DesktopInhibitor::~DesktopInhibitor()
{
    leave();
    if (m_farewell && !m_farewell->isOver())
        qCWarning(logDesktop, "the desktop's bus hangs and is left alone");
}

void DesktopInhibitor::leave()
{
    m_held = false;
    if (m_worker)
        m_farewell.emplace(std::move(m_worker));
}

void DesktopInhibitor::hold(const QString &reason)
{
    if (std::exchange(m_held, true))
        return;
    if (!m_worker) {
        m_worker = std::make_unique<InhibitorWorker>();
        m_worker->moveToThread(desktopThread());
    }
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get(), reason] { worker->hold(reason); });
}

void DesktopInhibitor::release()
{
    if (std::exchange(m_held, false))
        QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] { worker->release(); });
}

} // namespace tokenry
