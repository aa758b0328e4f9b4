// SPDX-License-Identifier: MIT
#include "reveal/revealdialog.h"

#include "common/messagebar.h"
#include "journeys/issuance.h"
#include "reveal/answercheck.h"
#include "reveal/custodypanel.h"
#include "reveal/leavebar.h"
#include "reveal/secretpanel.h"
#include "reveal/tokenheader.h"
#include "wording/issuancetext.h"
#include "wording/profiletext.h"
#include "wording/sessiontext.h"
#include "wording/visibletext.h"

#include <QEvent>
#include <QVBoxLayout>

namespace tokenry
{

RevealDialog::RevealDialog(Issuance &issuance, SecretClipboard &clipboard, QWidget *parent)
    : QDialog(parent), m_issuance(issuance), m_message(new MessageBar(this))
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
    const ClusterAddress &address = m_issuance.profile().address;
    if (state.phase == IssuanceState::Phase::Finished)
        return;
    if (state.credentialError)
        m_message->say(Tone::Danger, textFor(ClusterSession::Problem(*state.credentialError), address,
                                             Situation::Revoking));
    else if (state.apiError)
        m_message->say(Tone::Danger, textFor(*state.apiError, Situation::Revoking));
    else if (!m_explaining || state.canFinish())
        m_message->clear();
    if (state.canFinish())
        m_explaining = false;
}

bool RevealDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    // Layouts reserve no room for text that wraps: grow with what is said, so that nothing is cut off.
    if (event->type() == QEvent::LayoutRequest && layout()) {
        const int needed = layout()->totalHeightForWidth(width());
        if (needed > height())
            resize(width(), needed);
    }
    return handled;
}

void RevealDialog::reject()
{
    finishOrExplain();
}

void RevealDialog::finishOrExplain()
{
    if (!m_issuance.state().canFinish()) {
        m_explaining = true;
        m_message->say(Tone::Warning, cannotCloseText(m_issuance.state()));
        return;
    }
    m_issuance.finish();
    accept();
}

} // namespace tokenry
