// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/activations.h"

#include <QTimer>
#include <QToolButton>

class QMenu;

namespace tokenry
{

/// How many tokens their clusters do not accept yet, which ones, and a way to stop looking. Hidden while
/// there are none.
class ActivatingButton : public QToolButton
{
    Q_OBJECT

public:
    /// \a activations outlives this.
    explicit ActivatingButton(Activations &activations, QWidget *parent = nullptr);

private:
    void refresh();
    void fillMenu();

    Activations &m_activations;
    QMenu *m_menu;
    /// The tool tip says how long each takes.
    QTimer m_tick;
};

} // namespace tokenry
