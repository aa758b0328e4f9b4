// SPDX-License-Identifier: MIT
#include "reveal/activationline.h"

#include "journeys/activationwatch.h"
#include "journeys/issuance.h"
#include "wording/activationtext.h"
#include "wording/profiletext.h"

#include <QPushButton>

namespace tokenry
{

using Phase = ActivationState::Phase;

ActivationLine::ActivationLine(const Issuance &issuance, std::shared_ptr<ActivationWatch> watch,
                               QWidget *parent)
    : StatusLine(parent), m_issuance(issuance), m_watch(std::move(watch)),
      m_allow(addAction(tr("Send it and check"))), m_stop(addAction(tr("Stop checking"))),
      m_again(addAction(tr("Check again")))
{
    setAccessibleName(tr("Activation status"));
    reserveRoom();
    m_stop->setToolTip(tr("Asks the cluster no more; the token itself is not affected"));
    connect(m_allow, &QPushButton::clicked, this, &ActivationLine::allow);
    connect(m_stop, &QPushButton::clicked, m_watch.get(), &ActivationWatch::cancel);
    connect(m_again, &QPushButton::clicked, this, [this] { m_watch->checkAgain(m_issuance.secret()); });
    connect(m_watch.get(), &ActivationWatch::stateChanged, this, &ActivationLine::refresh);
    connect(&m_issuance, &Issuance::stateChanged, this, &ActivationLine::refresh);
    connect(&m_tick, &QTimer::timeout, this, &ActivationLine::showWords);
    m_tick.setInterval(std::chrono::seconds(1));
    refresh();
}

void ActivationLine::refresh()
{
    using Custody = IssuanceState::Custody;
    const IssuanceState &issued = m_issuance.state();
    // There is nothing left to try; what became of the token stands above.
    const bool gone = issued.custody == Custody::Discarded || issued.custody == Custody::Revoked;
    setVisible(!gone);
    const ActivationState &state = m_watch->state();
    setEnabled(issued.phase == IssuanceState::Phase::Issued);
    m_allow->setVisible(state.phase == Phase::Asking);
    m_stop->setVisible(state.isRunning());
    m_again->setVisible(state.phase == Phase::GaveUp || state.phase == Phase::Cancelled);
    if (state.isRunning() && !m_tick.isActive())
        m_tick.start();
    else if (!state.isRunning())
        m_tick.stop();
    showWords();
}

void ActivationLine::showWords()
{
    ErrorText text = activationText(*m_watch);
    switch (m_watch->state().phase) {
    case Phase::Active:
        say(Tone::Success, text);
        break;
    case Phase::GaveUp:
        say(Tone::Warning, text);
        break;
    case Phase::Unverifiable:
    case Phase::Asking:
    case Phase::Cancelled:
        say(Tone::Info, text);
        break;
    default:
        sayBusy(text.headline, text.meaning);
    }
}

void ActivationLine::allow()
{
    const Result<Done, StorageError> allowed = m_watch->allow(m_issuance.secret());
    if (!allowed)
        say(Tone::Warning, textFor(allowed.error()));
}

} // namespace tokenry
