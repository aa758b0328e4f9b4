// SPDX-License-Identifier: MIT
#include "review/keychainproof.h"

#include "journeys/issuance.h"
#include "wording/keychaintext.h"

#include <QPushButton>

namespace tokenry
{

using Proof = IssuanceState::Proof;

KeychainProof::KeychainProof(Issuance &issuance, QWidget *parent)
    : StatusLine(parent), m_issuance(issuance), m_unlock(addAction(tr("Unlock…"))),
      m_tryAgain(addAction(tr("Try again")))
{
    setAccessibleName(tr("Keychain status"));
    connect(m_unlock, &QPushButton::clicked, &m_issuance, &Issuance::unlockKeychain);
    connect(m_tryAgain, &QPushButton::clicked, &m_issuance, &Issuance::proveKeychain);
    connect(&m_issuance, &Issuance::stateChanged, this, &KeychainProof::refresh);
    refresh();
}

void KeychainProof::refresh()
{
    const IssuanceState &state = m_issuance.state();
    const bool failed = state.proof == Proof::Failed && state.keychainError;
    if (state.proof == Proof::Proved && m_shown != Proof::Proved)
        m_provedAt = m_issuance.session().serverNow().time();
    m_shown = state.proof;

    m_unlock->setVisible(failed && unlockingHelps(state.keychainError->kind));
    m_tryAgain->setVisible(failed && tryingAgainHelps(state.keychainError->kind));
    if (failed)
        m_unlock->setText(unlockLabel(state.keychainError->kind));
    if (failed)
        say(Tone::Warning, textFor(*state.keychainError, KeychainSituation::BeforeCreating));
    else if (state.proof == Proof::Proved && state.place)
        sayProved(*state.place);
    else
        sayBusy(tr("Trying the keychain: a test item is written, read and removed…"), {},
                slowKeychain(tr("Or choose “Show only”.")));
}

void KeychainProof::sayProved(const KeychainPlace &place)
{
    const QString proven = tr("%1: test item written, read, removed %2")
                               .arg(textFor(place), m_provedAt.toString(QStringLiteral("HH:mm")));
    if (place.plainText)
        say(Tone::Warning, plainTextKeyring(proven));
    else
        say(Tone::Success, proven);
}

} // namespace tokenry
