// SPDX-License-Identifier: MIT
#include "review/reviewheader.h"

#include "common/descriptionlabel.h"
#include "common/environmentband.h"
#include "common/plainlabel.h"
#include "common/tone.h"
#include "journeys/issuance.h"
#include "wire/fingerprint.h"
#include "wording/issuancetext.h"
#include "wording/profiletext.h"
#include "wording/requesttext.h"
#include "wording/visibletext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace tokenry
{

ReviewHeader::ReviewHeader(const Issuance &issuance, QWidget *parent)
    : QWidget(parent), m_issuance(issuance), m_heading(plainLabel(this)),
      m_fingerprint(new QToolButton(this)), m_approval(plainLabel(this))
{
    m_fingerprint->setText(requesttext::title(sha256Of(issuance.call().body)));
    m_fingerprint->setToolTip(requesttext::sumMeans());
    m_fingerprint->setAutoRaise(true);
    m_fingerprint->setFocusPolicy(Qt::TabFocus);
    m_approval->setWordWrap(false);
    m_approval->hide();
    connect(m_fingerprint, &QToolButton::clicked, this, &ReviewHeader::fingerprintClicked);
    const TokenRequest &request = issuance.request();
    m_heading->setFont(scaled(font(), 1.35, true));

    //: %1 is the name of a profile; its environment follows
    auto *const cluster = plainLabel(this, tr("on %1").arg(visibleText(issuance.profile().name, 64)));
    cluster->setWordWrap(false);
    cluster->setToolTip(asToolTip(visibleText(issuance.profile().name, longestShown)));
    auto *const band = new EnvironmentBand(this);
    band->setEnvironment(issuance.profile().environment, environmentWord(issuance.profile()));
    auto *const description = descriptionLabel(this, request.description());
    auto *const lifetime = plainLabel(this, lifetimeText(request.expiry(), issuance.session().serverNow()));
    auto *const permissions = plainLabel(this, permissionsText(request.permissions()));

    auto *const top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_approval);
    top->addWidget(m_fingerprint);
    top->addSpacing(8);
    top->addWidget(cluster);
    top->addWidget(band);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(top);
    layout->addSpacing(4);
    layout->addWidget(description);
    auto *const facts = new QHBoxLayout;
    facts->addWidget(permissions, 0);
    facts->addSpacing(24);
    facts->addWidget(lifetime, 1);
    permissions->setWordWrap(false);
    layout->addLayout(facts);
    refresh();
}

void ReviewHeader::refresh()
{
    m_heading->setText(reviewHeading(m_issuance));
}

void ReviewHeader::showApproval(Approval approval)
{
    const Tone tone = approval == Approval::Matches   ? Tone::Success
                      : approval == Approval::Differs ? Tone::Danger
                                                      : Tone::Warning;
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, toneColor(tone, palette()));
    m_approval->setPalette(colored);
    m_approval->setText(requesttext::approvalInShort(approval));
    m_approval->setVisible(approval != Approval::None);
}

} // namespace tokenry
