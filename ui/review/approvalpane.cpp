// SPDX-License-Identifier: MIT
#include "review/approvalpane.h"

#include "common/plainlabel.h"
#include "common/secretclipboard.h"
#include "common/statusline.h"
#include "review/sumview.h"
#include "wording/requesttext.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace tokenry
{

namespace
{

Tone toneOf(Approval approval)
{
    switch (approval) {
    case Approval::None:
        return Tone::Info;
    case Approval::Matches:
        return Tone::Success;
    case Approval::Differs:
        return Tone::Danger;
    case Approval::OnlyShort:
    case Approval::NotASum:
    case Approval::Several:
        break;
    }
    return Tone::Warning;
}

} // namespace

ApprovalPane::ApprovalPane(const QString &sha256, SecretClipboard &clipboard, QWidget *parent)
    : QWidget(parent), m_sha256(sha256), m_quoted(new QLineEdit(this)), m_found(new SumView(this)),
      m_verdict(new StatusLine(this))
{
    auto *const sum = new SumView(this);
    sum->showSum(sha256);
    sum->setAccessibleName(tr("SHA-256"));
    auto *const copy = new QPushButton(tr("Copy"), this);
    copy->setAutoDefault(false);
    copy->setAccessibleName(tr("Copy SHA-256"));
    m_quoted->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    // Files are the window's.
    m_quoted->setAcceptDrops(false);
    m_quoted->setAccessibleName(tr("Approved SHA-256"));
    m_quoted->setPlaceholderText(tr("Paste the approver's SHA-256"));
    m_quoted->setClearButtonEnabled(true);
    m_found->setAccessibleName(tr("SHA-256 in it"));
    m_verdict->setAccessibleName(tr("Approval"));
    setFocusProxy(m_quoted);

    auto *const layout = new QGridLayout(this);
    layout->setVerticalSpacing(8);
    layout->addWidget(plainLabel(this, requesttext::sumMeans()), 0, 0, 1, 3);
    layout->addWidget(plainLabel(this, tr("This request")), 1, 0, Qt::AlignTop);
    layout->addWidget(sum, 1, 1, Qt::AlignLeft);
    layout->addWidget(copy, 1, 2, Qt::AlignTop);
    layout->addWidget(plainLabel(this, tr("Approved")), 2, 0);
    layout->addWidget(m_quoted, 2, 1, 1, 2);
    layout->addWidget(m_found, 3, 1, Qt::AlignLeft);
    layout->addWidget(m_verdict, 4, 0, 1, 3);
    layout->setRowStretch(5, 1);
    layout->setColumnStretch(1, 1);
    connect(copy, &QPushButton::clicked, this, [&clipboard, sha256] { clipboard.copyText(sha256); });
    connect(m_quoted, &QLineEdit::textChanged, this, &ApprovalPane::compare);
    compare();
}

void ApprovalPane::focusField()
{
    m_quoted->setFocus(Qt::ShortcutFocusReason);
}

void ApprovalPane::compare()
{
    const Approval approval = compareApproval(m_quoted->text(), m_sha256);
    const QString found = quotedSum(m_quoted->text());
    m_found->showSum(found);
    m_found->setVisible(!found.isEmpty());
    // The field has room for a part, and all is shown below: the part to see is the beginning.
    if (!found.isEmpty())
        m_quoted->setCursorPosition(0);
    m_verdict->say(toneOf(approval), requesttext::approval(approval));
    Q_EMIT compared(approval);
}

} // namespace tokenry
