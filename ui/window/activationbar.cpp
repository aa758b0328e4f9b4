// SPDX-License-Identifier: MIT
#include "window/activationbar.h"

#include "common/messagebar.h"
#include "wording/activationtext.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tokenry
{

ActivationBar::ActivationBar(Activations &activations, QWidget *parent)
    : QWidget(parent), m_activations(activations), m_message(new MessageBar(this))
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_message);
    connect(&m_activations, &Activations::changed, this, &ActivationBar::refresh);
    refresh();
}

void ActivationBar::refresh()
{
    const auto isActive = [](const auto &watch) {
        return watch->state().phase == ActivationState::Phase::Active;
    };
    Activations::Watches told = m_activations.toTell();
    // What needs a look stands alone and first; what went well is said together.
    const auto trouble = std::ranges::find_if_not(told, isActive);
    const bool well = trouble == told.end();
    if (!well)
        told = {*trouble};
    setVisible(!told.empty());
    if (told == m_told)
        return;
    m_told = told;
    if (told.empty()) {
        m_message->clear();
        return;
    }
    m_message->say(well ? Tone::Success : Tone::Warning,
                   well ? allActiveText(told) : activationEndedText(*told.front()));
    connect(m_message->addAction(tr("OK")), &QPushButton::clicked, this,
            [this, told] { m_activations.dismiss(told); });
}

} // namespace tokenry
