// SPDX-License-Identifier: MIT
#include "review/createbar.h"

#include "common/guardedbutton.h"
#include "common/plainlabel.h"
#include "journeys/issuance.h"
#include "wording/issuancetext.h"
#include "wording/requesttext.h"

#include <QHBoxLayout>
#include <QLabel>

namespace tokenry
{

using Phase = IssuanceState::Phase;

CreateBar::CreateBar(Issuance &issuance, QWidget *parent)
    : QWidget(parent), m_issuance(issuance), m_back(new QPushButton(tr("&Back"), this)),
      m_copyForTicket(new QPushButton(tr("Copy for &ticket"), this)),
      m_saveRequest(new QPushButton(tr("Save re&quest…"), this)), m_line(plainLabel(this)),
      m_stopWaiting(new QPushButton(tr("Stop waiting"), this)),
      m_create(new GuardedButton(tr("Create token"), this))
{
    m_back->setAccessibleName(tr("Back"));
    m_back->setAutoDefault(false);
    m_copyForTicket->setAccessibleName(tr("Copy for ticket"));
    m_copyForTicket->setToolTip(tr("The request as Markdown, for whoever approves it"));
    m_copyForTicket->setAutoDefault(false);
    m_saveRequest->setAccessibleName(tr("Save request…"));
    m_saveRequest->setToolTip(tr("Into a file that others open in Tokenry and review as you do; no secret"));
    m_saveRequest->setAutoDefault(false);
    m_stopWaiting->setAccessibleName(tr("Stop waiting"));
    m_stopWaiting->setAutoDefault(false);
    m_create->setAccessibleName(tr("Create token"));
    QFont bold = font();
    bold.setBold(true);
    m_create->setFont(bold);
    m_create->setMinimumWidth(m_create->sizeHint().width() + fontMetrics().averageCharWidth() * 4);
    m_line->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_line->setObjectName(QStringLiteral("creationLine"));
    if (m_issuance.profile().environment == Environment::Production)
        m_line->setFont(bold);
    arrange();

    m_tick.setInterval(250);
    connect(&m_tick, &QTimer::timeout, this, &CreateBar::refresh);
    connect(m_back, &QPushButton::clicked, this, &CreateBar::backClicked);
    connect(m_copyForTicket, &QPushButton::clicked, this, &CreateBar::copyForTicketClicked);
    connect(m_saveRequest, &QPushButton::clicked, this, &CreateBar::saveRequestClicked);
    connect(m_stopWaiting, &QPushButton::clicked, &m_issuance, &Issuance::stopWaiting);
    connect(m_create, &GuardedButton::confirmed, &m_issuance, [this] {
        // The second half of a double click must not create once more when the first was refused at once.
        m_create->rearm();
        m_issuance.create();
    });
    connect(&m_issuance, &Issuance::stateChanged, this, &CreateBar::refresh);
    refresh();
}

void CreateBar::refuseExpired()
{
    m_expired = true;
    m_create->setToolTip(requesttext::expired());
    refresh();
}

void CreateBar::arrange()
{
    auto *const layout = new QHBoxLayout;
    layout->setSpacing(12);
    layout->addWidget(m_back);
    layout->addWidget(m_copyForTicket);
    layout->addWidget(m_saveRequest);
    layout->addStretch();
    // Not where Create token is: a second click must not stop the waiting either.
    layout->addWidget(m_stopWaiting);
    layout->addWidget(m_create);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(6);
    // Read on the way to the button.
    rows->addWidget(m_line);
    rows->addLayout(layout);
}

void CreateBar::refresh()
{
    const IssuanceState &state = m_issuance.state();
    const bool creating = state.phase == Phase::Creating;
    m_back->setEnabled(state.phase == Phase::Reviewing || state.phase == Phase::NotCreated ||
                       state.phase == Phase::Unclear);
    m_create->setEnabled(state.canCreate() && !m_expired);
    m_stopWaiting->setVisible(creating || state.phase == Phase::Checking);

    if (creating)
        m_line->setText(waitingText(m_issuance.waitedMs()));
    else if (state.phase == Phase::Checking)
        m_line->setText(tr("Looking at the keychain once more…"));
    else if (state.phase == Phase::Unclear)
        m_line->setText(tr("The draft is kept. Go back to review it again."));
    else if (m_expired)
        m_line->setText(requesttext::expired());
    else
        m_line->setText(creationText(m_issuance));
    if (creating != m_tick.isActive())
        creating ? m_tick.start() : m_tick.stop();
}

} // namespace tokenry
