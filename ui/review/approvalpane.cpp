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
#include <QScrollArea>

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
    : QWidget(parent), m_sha256(sha256), m_area(new QScrollArea(this)), m_quoted(new QLineEdit(this)),
      m_found(new SumView(this)), m_verdict(new StatusLine(this))
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

    auto *const inside = new QWidget;
    auto *const layout = new QGridLayout(inside);
    layout->setContentsMargins({});
    layout->setVerticalSpacing(8);
    layout->addWidget(plainLabel(inside, requesttext::sumMeans()), 0, 0, 1, 2);
    layout->addWidget(copy, 0, 2, Qt::AlignTop);
    layout->addWidget(plainLabel(inside, tr("This request")), 1, 0, Qt::AlignTop);
    layout->addWidget(sum, 1, 1, 1, 2, Qt::AlignLeft);
    layout->addWidget(plainLabel(inside, tr("Approved")), 2, 0);
    layout->addWidget(m_quoted, 2, 1, 1, 2);
    layout->addWidget(m_found, 3, 1, 1, 2, Qt::AlignLeft);
    layout->addWidget(m_verdict, 4, 0, 1, 3);
    layout->setRowStretch(5, 1);
    layout->setColumnStretch(1, 1);
    // A low window has no room for all of it.
    m_area->setWidget(inside);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    auto *const column = new QVBoxLayout(this);
    // As of the other tabs.
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_area);
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
    if (approval != Approval::None)
        m_area->ensureWidgetVisible(m_verdict);
    Q_EMIT compared(approval);
}

} // namespace tokenry
