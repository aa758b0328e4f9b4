// SPDX-License-Identifier: MIT
#include "window/filequeue.h"

#include "window/issuanceflow.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace tokenry
{

FileQueue::FileQueue(const IssuanceFlow &review, QWidget *window, QObject *parent)
    : QObject(parent), m_review(review)
{
    window->installEventFilter(this);
    connect(&review, &IssuanceFlow::closed, this, &FileQueue::nextSoon);
}

void FileQueue::add(const QString &path)
{
    m_waiting.removeAll(path);
    m_waiting += path;
    next();
}

void FileQueue::next()
{
    if (m_waiting.isEmpty() || m_review.isOpen() || QApplication::activeModalWidget())
        return;
    Q_EMIT ready(m_waiting.takeFirst());
}

// A dialog of the window has gone.
bool FileQueue::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowUnblocked)
        nextSoon();
    return QObject::eventFilter(watched, event);
}

// Later: dialog and review are still at work in their closing, and another may follow at once.
void FileQueue::nextSoon()
{
    if (!m_waiting.isEmpty())
        QTimer::singleShot(0, this, &FileQueue::next);
}

} // namespace tokenry
