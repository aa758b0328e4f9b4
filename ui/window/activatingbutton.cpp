// SPDX-License-Identifier: MIT
#include "window/activatingbutton.h"

#include "common/icons.h"
#include "common/menubutton.h"
#include "common/plainlabel.h"
#include "wording/activationtext.h"
#include "wording/visibletext.h"

#include <QMenu>

namespace tokenry
{

ActivatingButton::ActivatingButton(Activations &activations, QWidget *parent)
    : QToolButton(parent), m_activations(activations), m_menu(new QMenu(this))
{
    setIcon(tokenry::icon(Sign::Waiting));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &ActivatingButton::refresh);
    connect(&m_activations, &Activations::changed, this, &ActivatingButton::refresh);
    connect(m_menu, &QMenu::aboutToShow, this, &ActivatingButton::fillMenu);
    showOnClick(*this, *m_menu);
    refresh();
}

void ActivatingButton::refresh()
{
    const Activations::Watches running = m_activations.running();
    setVisible(!running.empty());
    if (running.empty()) {
        m_tick.stop();
        m_menu->hide();
        return;
    }
    if (!m_tick.isActive())
        m_tick.start();
    const QString text = activatingText(std::ssize(running));
    setText(text);
    setAccessibleName(text);
    QStringList lines;
    for (const auto &watch : running)
        lines << activatingLine(*watch);
    setToolTip(asToolTip(lines.join(u'\n')));
    setAccessibleDescription(lines.join(u'\n'));
}

void ActivatingButton::fillMenu()
{
    m_menu->clear();
    for (const auto &watch : m_activations.running()) {
        const QString line = onButton(activatingLine(*watch));
        QAction *const action = m_menu->addAction(tr("Stop checking %1").arg(line));
        connect(action, &QAction::triggered, this, [this, watch] { m_activations.cancel(watch); });
    }
}

} // namespace tokenry
