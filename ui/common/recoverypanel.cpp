// SPDX-License-Identifier: MIT
#include "common/recoverypanel.h"

#include "common/findingdialog.h"
#include "common/guardedbutton.h"
#include "wording/keychaintext.h"

#include <QRadioButton>
#include <QVBoxLayout>

namespace tokenry
{

using Phase = RecoveryState::Phase;

namespace
{

Tone toneOf(const RecoveryState &state)
{
    switch (state.phase) {
    case Phase::Found:
    case Phase::NotStored:
    case Phase::Odd:
        return Tone::Danger;
    case Phase::KeychainUnclear:
    case Phase::NotLooked:
        return Tone::Warning;
    case Phase::Settled:
        return state.outcome == RecoveryState::Outcome::Kept ? Tone::Info : Tone::Success;
    default:
        return Tone::Info;
    }
}

} // namespace

RecoveryPanel::RecoveryPanel(RecoveryPlace place, QWidget *parent) : MessageBar(parent), m_place(place) {}

void RecoveryPanel::showRecovery(Recovery *recovery, qsizetype others)
{
    m_recovery = recovery;
    const ErrorText words = recovery ? textFor(*recovery, m_place, others) : ErrorText();
    if (words == ErrorText()) {
        m_built.clear();
        m_decisions.clear();
        clear();
        return;
    }
    const RecoveryState &state = recovery->state();
    // Saying it again would fold the details, lose the choice and tell a screen reader twice.
    if (m_built != recovery || m_phase != state.phase || words != text() || isHidden()) {
        say(toneOf(state), words);
        m_built = recovery;
        m_phase = state.phase;
        build();
    }
    updateDecision();
}

void RecoveryPanel::build()
{
    m_decisions.clear();
    const RecoveryState &state = m_recovery->state();
    switch (state.phase) {
    case Phase::KeychainUnclear:
        if (unlockingHelps(state.keychainError->kind))
            connect(addAction(unlockLabel(state.keychainError->kind)), &QPushButton::clicked, m_recovery,
                    &Recovery::unlockKeychain);
        if (tryingAgainHelps(state.keychainError->kind))
            offerLook(tr("Look again"));
        if (state.canDecide())
            offerDecision();
        break;
    case Phase::NotLooked:
        offerLook(tr("Look for it"));
        offerToLookMyself();
        break;
    case Phase::NotThere:
        offerLook(tr("Look again"));
        offerToLookMyself();
        if (state.canClose())
            offerClose(tr("Close the question"));
        break;
    case Phase::Found:
        if (state.candidates.size() > 1 || !state.exact)
            offerChoice();
        offerDecision();
        if (state.canClose())
            offerClose(tr("None of these"));
        break;
    case Phase::NotStored:
        offerDecision();
        break;
    case Phase::Odd:
        if (state.canDecide())
            offerRevocation();
        connect(addAction(tr("OK")), &QPushButton::clicked, m_recovery, &Recovery::acknowledge);
        break;
    case Phase::Settled:
        if (m_place == RecoveryPlace::Window)
            connect(addAction(tr("OK")), &QPushButton::clicked, this, &RecoveryPanel::dismissed);
        break;
    default:
        break;
    }
}

// None is preselected: the wrong one may be at work somewhere.
void RecoveryPanel::offerChoice()
{
    auto *const row = new QWidget(this);
    auto *const layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 4);
    for (const Token &token : m_recovery->state().candidates) {
        auto *const button = new QRadioButton(candidateText(*m_recovery, token), row);
        // Another look leaves the person's choice alone.
        button->setChecked(token.id == m_recovery->state().chosen);
        connect(button, &QRadioButton::clicked, m_recovery,
                [recovery = m_recovery, id = token.id] { recovery->choose(id); });
        layout->addWidget(button);
    }
    addRow(row);
}

QPushButton *RecoveryPanel::offerRevocation()
{
    auto *const revoke = new GuardedButton(
        m_place == RecoveryPlace::Review ? tr("Revoke the orphan and try again") : tr("Revoke it"), this);
    addAction(revoke);
    connect(revoke, &GuardedButton::confirmed, this, &RecoveryPanel::revokeClicked);
    return revoke;
}

void RecoveryPanel::offerDecision()
{
    QPushButton *const revoke = offerRevocation();
    QPushButton *const keep = addAction(tr("Keep it"));
    connect(keep, &QPushButton::clicked, m_recovery, &Recovery::keep);
    offerToLookMyself();
    m_decisions = {revoke, keep};
}

void RecoveryPanel::offerToLookMyself()
{
    connect(FindingDialog::addButton(*this), &QPushButton::clicked, this, &RecoveryPanel::lookMyself);
}

void RecoveryPanel::lookMyself()
{
    const RecoveryState &state = m_recovery->state();
    QStringList candidates;
    for (const Token &token : state.candidates)
        candidates += candidateText(*m_recovery, token);
    auto *const dialog =
        new FindingDialog(m_recovery->entry(), candidates, m_recovery->canBeAbsent(), window());
    connect(dialog, &FindingDialog::found, m_recovery, &Recovery::conclude);
    // Answered meanwhile by another way, there is nothing left to say.
    connect(m_recovery, &Recovery::stateChanged, dialog, [dialog, recovery = m_recovery] {
        if (recovery->state().phase == Phase::Settled)
            dialog->reject();
    });
    connect(m_recovery, &QObject::destroyed, dialog, &QDialog::reject);
    dialog->open();
}

void RecoveryPanel::offerLook(const QString &label)
{
    connect(addAction(label), &QPushButton::clicked, m_recovery, &Recovery::lookAgain);
}

void RecoveryPanel::offerClose(const QString &label)
{
    connect(addAction(label), &QPushButton::clicked, m_recovery, &Recovery::close);
}

void RecoveryPanel::updateDecision()
{
    if (m_decisions.isEmpty())
        return;
    const bool can = m_recovery->state().canDecide();
    const QString first = tr("Choose a token first.");
    m_decisions.front()->setToolTip(can ? tr("Takes the token back on the server. This cannot be undone.")
                                        : first);
    m_decisions.back()->setToolTip(can ? tr("The token stays valid, until it expires or is revoked, and "
                                            "Tokenry asks no more. Right where somebody else uses it.")
                                       : first);
    for (QPushButton *const button : std::as_const(m_decisions))
        button->setEnabled(can);
}

} // namespace tokenry
