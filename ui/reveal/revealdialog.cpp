// SPDX-License-Identifier: MIT
#include "reveal/revealdialog.h"

#include "common/messagebar.h"
#include "journeys/issuance.h"
#include "reveal/activationline.h"
#include "reveal/answercheck.h"
#include "reveal/custodypanel.h"
#include "reveal/leavebar.h"
#include "reveal/secretpanel.h"
#include "reveal/tokenheader.h"
#include "wording/issuancetext.h"
#include "wording/keychaintext.h"
#include "wording/profiletext.h"
#include "wording/sessiontext.h"
#include "wording/visibletext.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tokenry
{

RevealDialog::RevealDialog(Issuance &issuance, std::shared_ptr<ActivationWatch> watch,
                           SecretClipboard &clipboard, QWidget *parent)
    : GrowingDialog(parent), m_issuance(issuance), m_message(new MessageBar(this))
{
    //: the cluster's name and environment follow
    setWindowTitle(tr("Token created – %1 · %2")
                       .arg(visibleText(issuance.profile().name, 60), environmentWord(issuance.profile())));
    setWindowModality(Qt::WindowModal);
    auto *const secret = new SecretPanel(issuance, clipboard, this);
    auto *const bar = new LeaveBar(issuance, this);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(14);
    layout->addWidget(new TokenHeader(issuance, clipboard, this));
    layout->addWidget(secret);
    layout->addWidget(new CustodyPanel(issuance, this));
    layout->addWidget(new AnswerCheck(issuance, this));
    layout->addWidget(new ActivationLine(issuance, std::move(watch), this));
    layout->addWidget(m_message);
    layout->addStretch();
    layout->addWidget(bar);
    secret->setFocus();
    setMinimumWidth(fontMetrics().averageCharWidth() * 112);

    connect(bar, &LeaveBar::doneClicked, this, &RevealDialog::finishOrExplain);
    connect(&m_issuance, &Issuance::stateChanged, this, &RevealDialog::refresh);
}

void RevealDialog::refresh()
{
    const IssuanceState &state = m_issuance.state();
    if (state.phase == IssuanceState::Phase::Finished)
        return;
    if (state.credentialError || state.apiError)
        showRevocationProblem();
    else if (m_explaining && !state.canFinish())
        explain();
    else
        m_message->clear();
    if (state.canFinish())
        m_explaining = false;
}

void RevealDialog::showRevocationProblem()
{
    const IssuanceState &state = m_issuance.state();
    const ClusterAddress &address = m_issuance.profile().address;
    ErrorText text;
    if (state.credentialError)
        text = textFor(ClusterSession::Problem(*state.credentialError), address, Situation::Revoking);
    else
        text = textFor(*state.apiError, Situation::Revoking);
    // Saying it again would fold the details and tell a screen reader twice.
    if (text == m_message->text() && !m_message->isHidden())
        return;
    const bool question = state.credentialError == CredentialError(CredentialFault::OriginNotTrusted);
    m_message->say(question ? Tone::Warning : Tone::Danger, text);
    if (state.credentialError)
        offerRemedy(*state.credentialError);
}

void RevealDialog::offerRemedy(const CredentialError &error)
{
    if (const auto *const keychain = std::get_if<KeychainError>(&error)) {
        if (unlockingHelps(keychain->kind))
            connect(m_message->addAction(unlockLabel(keychain->kind, tr("Unlock and revoke"))),
                    &QPushButton::clicked, &m_issuance, &Issuance::unlockAndRevoke);
    } else if (std::get<CredentialFault>(error) == CredentialFault::OriginNotTrusted) {
        connect(m_message->addAction(tr("Allow and revoke")), &QPushButton::clicked, this, [this] {
            const Result<Done, StorageError> allowed = m_issuance.allowOrigin();
            if (allowed)
                m_issuance.revoke();
            else
                m_message->say(Tone::Danger, textFor(allowed.error()));
        });
    }
}

void RevealDialog::reject()
{
    finishOrExplain();
}

void RevealDialog::finishOrExplain()
{
    if (!m_issuance.state().canFinish()) {
        m_explaining = true;
        explain();
        return;
    }
    m_issuance.finish();
    accept();
}

// What keeps the window open may change while it is being said.
void RevealDialog::explain()
{
    const ErrorText text = cannotCloseText(m_issuance.state());
    if (text != m_message->text() || m_message->isHidden())
        m_message->say(Tone::Warning, text);
}

} // namespace tokenry
