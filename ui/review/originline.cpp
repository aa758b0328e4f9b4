// SPDX-License-Identifier: MIT
#include "review/originline.h"

#include "wording/requesttext.h"

#include <QPushButton>
#include <QTimeZone>

namespace tokenry
{

OriginLine::OriginLine(ReviewOrigin origin, const QDateTime &now, QWidget *parent)
    : StatusLine(parent), m_origin(std::move(origin)), m_renew(addAction(tr("Renew expiry"))),
      m_edit(addAction(tr("Edit as draft")))
{
    setAccessibleName(tr("Request file"));
    const RequestFindings &findings = m_origin.findings;
    tell(now);
    m_renew->setToolTip(tr("As long from now as it was from the export; the fingerprint changes"));
    m_renew->setVisible(findings.expired || findings.aged);
    m_edit->setToolTip(tr("Put it into the form in place of the draft there; can be undone"));
    m_edit->show();
    connect(m_renew, &QPushButton::clicked, this, &OriginLine::renewClicked);
    connect(m_edit, &QPushButton::clicked, this, &OriginLine::editClicked);
}

void OriginLine::tell(const QDateTime &now)
{
    const RequestFindings &findings = m_origin.findings;
    say(findings.isCalm() ? Tone::Success : Tone::Warning,
        requesttext::origin(m_origin.fileName, findings, m_origin.exportedAt.toTimeZone(now.timeZone()),
                            now));
}

void OriginLine::setMissing(const QStringList &missing, const QDateTime &now)
{
    m_origin.findings.listKnown = true;
    m_origin.findings.missing = missing;
    tell(now);
}

void OriginLine::setWaysOn(bool open)
{
    m_renew->setEnabled(open);
    m_edit->setEnabled(open);
}

} // namespace tokenry
