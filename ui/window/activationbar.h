// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/activations.h"

#include <QWidget>

namespace tokenry
{

class MessageBar;

/// Says what became of the tokens whose activation was watched after their dialogs had been left.
class ActivationBar : public QWidget
{
    Q_OBJECT

public:
    /// \a activations outlives this.
    explicit ActivationBar(Activations &activations, QWidget *parent = nullptr);

private:
    void refresh();

    Activations &m_activations;
    MessageBar *m_message;
    Activations::Watches m_told;
};

} // namespace tokenry
