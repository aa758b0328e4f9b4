// SPDX-License-Identifier: MIT
#include "reveal/custodypanel.h"

#include "journeys/issuance.h"
#include "reveal/namerow.h"
#include "wording/keychaintext.h"

#include <QPushButton>

namespace tokenry
{

using Custody = IssuanceState::Custody;

CustodyPanel::CustodyPanel(Issuance &issuance, QWidget *parent)
    : StatusLine(parent), m_issuance(issuance), m_retry(addAction(tr("Retry save"))),
      m_unlock(addAction(tr("Unlock and retry save"))),
      m_saveUnder(addAction(tr("Save under another name…"))), m_name(new NameRow(this))
{
    setAccessibleName(tr("Keychain status"));
    addRow(m_name);
    connect(m_retry, &QPushButton::clicked, &m_issuance, &Issuance::retrySave);
    connect(m_unlock, &QPushButton::clicked, &m_issuance, &Issuance::unlockAndRetrySave);
    connect(m_saveUnder, &QPushButton::clicked, this,
            [this] { m_name->ask(nextKeychainName(m_issuance.state().keychainName)); });
    connect(m_name, &NameRow::chosen, &m_issuance, &Issuance::saveUnder);
    connect(&m_issuance, &Issuance::stateChanged, this, &CustodyPanel::refresh);
    refresh();
}

void CustodyPanel::refresh()
{
    const IssuanceState &state = m_issuance.state();
    const bool failed = state.custody == Custody::NotStored && state.keychainError;
    const bool locked = failed && unlockingHelps(state.keychainError->kind);
    const bool taken = failed && state.keychainError->kind == KeychainError::Kind::NameTaken;
    m_wasStored = m_wasStored || state.custody == Custody::Stored;

    if (locked)
        m_unlock->setText(unlockLabel(state.keychainError->kind, tr("Unlock and retry save")));
    m_unlock->setVisible(locked);
    const bool reachable = failed && tryingAgainHelps(state.keychainError->kind);
    m_retry->setVisible(reachable && !locked && !taken);
    m_saveUnder->setVisible(reachable);
    setEnabled(state.phase != IssuanceState::Phase::Revoking);
    if (!failed)
        m_name->hide();

    switch (state.custody) {
    case Custody::None:
    case Custody::Storing:
        sayBusy(tr("Storing in the keychain and reading back…"), {},
                slowKeychain(tr("Meanwhile the secret can be copied.")));
        break;
    case Custody::InHand:
        say(Tone::Info, tr("Not stored, as you chose. This window holds the only copy of the secret."));
        break;
    case Custody::NotStored:
        sayFailure();
        break;
    case Custody::Stored:
        say(Tone::Success,
            tr("Stored and read back: %1").arg(whereabouts(state.place, m_issuance.keychainItem())));
        break;
    case Custody::Discarded:
        say(Tone::Warning, tr("The secret is discarded; nobody has it."),
            tr("The token stays on the server until it expires or is revoked."));
        break;
    case Custody::Revoked:
        sayRevoked();
        break;
    }
}

void CustodyPanel::sayFailure()
{
    const IssuanceState &state = m_issuance.state();
    ErrorText text = textFor(state.keychainError.value_or(KeychainError{}), KeychainSituation::AfterCreating);
    if (!state.secretAtRisk())
        text.meaning = tr("You said that the secret is somewhere safe.");
    say(state.secretAtRisk() ? Tone::Danger : Tone::Warning, text);
}

void CustodyPanel::sayRevoked()
{
    say(Tone::Success, tr("The token is revoked: it no longer works."),
        m_wasStored ? tr("What is stored under %1 is of no use any more and can be deleted.")
                          .arg(whereabouts(m_issuance.state().place, m_issuance.keychainItem()))
                    : QString());
}

} // namespace tokenry
