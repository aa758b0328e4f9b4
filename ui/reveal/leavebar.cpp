// SPDX-License-Identifier: MIT
#include "reveal/leavebar.h"

#include "common/guardedbutton.h"
#include "common/plainlabel.h"
#include "journeys/issuance.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tokenry
{

using Custody = IssuanceState::Custody;

LeaveBar::LeaveBar(Issuance &issuance, QWidget *parent)
    : QWidget(parent), m_issuance(issuance), m_safe(new QCheckBox(tr("I have put it somewhere safe"), this)),
      m_revoke(new GuardedButton(tr("Revoke it now"), this)),
      m_discard(new QPushButton(tr("Discard secret"), this)), m_confirmation(confirmation()),
      m_done(new QPushButton(tr("Done"), this))
{
    for (QPushButton *const button : {static_cast<QPushButton *>(m_revoke), m_discard, m_done}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
    }
    arrange();
    connect(m_safe, &QCheckBox::clicked, &m_issuance, &Issuance::declareSafe);
    connect(m_revoke, &GuardedButton::confirmed, &m_issuance, &Issuance::revoke);
    connect(m_discard, &QPushButton::clicked, this, [this] { askToDiscard(true); });
    connect(m_done, &QPushButton::clicked, this, &LeaveBar::doneClicked);
    connect(&m_issuance, &Issuance::stateChanged, this, &LeaveBar::refresh);
    refresh();
}

QWidget *LeaveBar::confirmation()
{
    auto *const row = new QWidget(this);
    auto *const question =
        plainLabel(row, tr("Discard the only copy? The token stays on the server, without anybody "
                           "having its secret."));
    auto *const yes = new GuardedButton(tr("Discard for good"), row);
    auto *const no = new QPushButton(tr("Keep it"), row);
    no->setAutoDefault(false);
    connect(yes, &GuardedButton::confirmed, this, [this] {
        askToDiscard(false);
        m_issuance.discard();
    });
    connect(no, &QPushButton::clicked, this, [this] { askToDiscard(false); });
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(question, 1);
    layout->addWidget(yes);
    layout->addWidget(no);
    row->hide();
    return row;
}

void LeaveBar::arrange()
{
    auto *const buttons = new QHBoxLayout;
    buttons->addWidget(m_revoke);
    buttons->addWidget(m_discard);
    buttons->addStretch();
    buttons->addWidget(m_done);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addWidget(m_safe);
    layout->addWidget(m_confirmation);
    layout->addLayout(buttons);
}

void LeaveBar::askToDiscard(bool ask)
{
    m_confirmation->setVisible(ask);
    m_discard->setEnabled(!ask);
}

void LeaveBar::refresh()
{
    const IssuanceState &state = m_issuance.state();
    const bool atRest = state.phase == IssuanceState::Phase::Issued;
    const bool onlyHere = state.custody == Custody::InHand || state.custody == Custody::NotStored;
    const bool odd = state.custody == Custody::Stored && m_issuance.answerIsOdd();

    m_safe->setVisible(onlyHere);
    m_safe->setEnabled(atRest && state.copied);
    m_safe->setText(state.copied ? tr("I have put it somewhere safe")
                                 : tr("I have put it somewhere safe (copy it first)"));
    m_safe->setAccessibleName(tr("I have put it somewhere safe"));
    m_safe->setChecked(state.declaredSafe);
    m_revoke->setVisible(m_issuance.canRevoke() && (onlyHere || odd));
    m_revoke->setEnabled(atRest);
    m_discard->setVisible(onlyHere);
    if (!onlyHere || !atRest)
        askToDiscard(false);
    m_discard->setEnabled(atRest && m_confirmation->isHidden());
    m_done->setEnabled(state.canFinish());
}

} // namespace tokenry
