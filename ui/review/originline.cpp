// SPDX-License-Identifier: MIT
#include "review/originline.h"

#include "wording/requesttext.h"

#include <QPushButton>
#include <QTimeZone>

namespace tokenry
{

OriginLine::OriginLine(const ReviewOrigin &origin, const QDateTime &now, QWidget *parent)
    : StatusLine(parent), m_renew(addAction(tr("Renew expiry"))), m_edit(addAction(tr("Edit as draft")))
{
    setAccessibleName(tr("Request file"));
    const RequestFindings &findings = origin.findings;
    say(findings.isCalm() ? Tone::Success : Tone::Warning,
        requesttext::origin(origin.fileName, findings, origin.exportedAt.toTimeZone(now.timeZone()), now));
    m_renew->setToolTip(tr("As long from now as it was from the export; the fingerprint changes"));
    m_renew->setVisible(findings.expired || findings.aged);
    m_edit->setToolTip(tr("Put it into the form in place of the draft there; can be undone"));
    m_edit->show();
    connect(m_renew, &QPushButton::clicked, this, &OriginLine::renewClicked);
    connect(m_edit, &QPushButton::clicked, this, &OriginLine::editClicked);
}

void OriginLine::setWaysOn(bool open)
{
    m_renew->setEnabled(open);
    m_edit->setEnabled(open);
}

} // namespace tokenry
