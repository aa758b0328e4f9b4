// SPDX-License-Identifier: MIT
#include "common/guardedbutton.h"

#include <QKeyEvent>

namespace tokenry
{

GuardedButton::GuardedButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setAutoDefault(false);
    // Also for presses that come from assistive technology.
    connect(this, &QPushButton::clicked, this, [this] {
        if (!isGuarded())
            Q_EMIT confirmed();
    });
}

void GuardedButton::rearm()
{
    setDown(false);
    m_sinceShown.start();
}

bool GuardedButton::isGuarded() const
{
    return !m_sinceShown.isValid() || m_sinceShown.elapsed() < m_guard.count();
}

void GuardedButton::showEvent(QShowEvent *event)
{
    rearm();
    QPushButton::showEvent(event);
}

void GuardedButton::mousePressEvent(QMouseEvent *event)
{
    if (isGuarded())
        event->accept();
    else
        QPushButton::mousePressEvent(event);
}

void GuardedButton::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter || isGuarded())
        event->accept();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace tokenry
