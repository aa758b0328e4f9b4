// SPDX-License-Identifier: MIT
#include "compose/summaryline.h"

#include "common/fieldmessage.h"
#include "common/icons.h"
#include "common/plainlabel.h"
#include "common/tone.h"
#include "wording/drafttext.h"
#include "wording/permissiontext.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tokenry
{

SummaryLine::SummaryLine(DatabaseTable &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_writeSign(new QLabel(this)), m_write(plainLabel(this)),
      m_readSign(new QLabel(this)), m_read(plainLabel(this)), m_hidden(new QLabel(this)),
      m_show(new QPushButton(tr("Show"), this)),
      m_withoutAccess(new QCheckBox(tr("Create a token without access"), this)),
      m_message(new FieldMessage(m_withoutAccess, this))
{
    setAccessibleName(tr("Summary"));
    QFont weighty = m_write->font();
    weighty.setBold(true);
    m_write->setFont(weighty);
    m_hidden->setTextFormat(Qt::PlainText);
    m_show->setAccessibleName(tr("Show hidden permitted rows"));

    auto *const hidden = new QHBoxLayout;
    hidden->setSpacing(8);
    hidden->addWidget(m_hidden);
    hidden->addWidget(m_show);
    hidden->addStretch();
    auto *const rows = new QGridLayout(this);
    rows->setContentsMargins({});
    rows->setHorizontalSpacing(8);
    rows->setVerticalSpacing(4);
    rows->setColumnStretch(1, 1);
    rows->addWidget(m_writeSign, 0, 0, Qt::AlignTop);
    rows->addWidget(m_write, 0, 1);
    rows->addWidget(m_readSign, 1, 0, Qt::AlignTop);
    rows->addWidget(m_read, 1, 1);
    rows->addLayout(hidden, 2, 1);
    rows->addWidget(m_withoutAccess, 3, 1);
    rows->addWidget(m_message, 4, 1);

    connect(m_show, &QPushButton::clicked, this, &SummaryLine::hiddenWanted);
    connect(m_withoutAccess, &QCheckBox::toggled, &model.editor(), &DraftEditor::setWithoutAccess);
    connect(&model.editor(), &DraftEditor::draftChanged, this, &SummaryLine::refresh);
    connect(&model, &QAbstractItemModel::modelReset, this, &SummaryLine::refresh);
    refresh();
}

QString SummaryLine::text() const
{
    return summaryText(m_model.selection());
}

void SummaryLine::showFault()
{
    m_message->say(Tone::Danger, drafttext::fault(DraftFault::NoPermissions));
    m_withoutAccess->setFocus();
}

void SummaryLine::refresh()
{
    const PermissionSelection &selection = m_model.selection();
    const int side = fontMetrics().height();
    const QString write = permissionText(selection, Action::Write);
    const bool everything = selection.allDatabases(Action::Write);
    m_write->setText(write);
    m_write->setVisible(!write.isEmpty());
    m_writeSign->setVisible(!write.isEmpty());
    m_writeSign->setPixmap(everything ? toneSign(Tone::Warning, palette(), side, devicePixelRatioF())
                                      : icon(Sign::Write).pixmap(QSize(side, side), devicePixelRatioF()));

    const QString read =
        selection.isEmpty() ? nothingPermittedText() : permissionText(selection, Action::Read);
    m_read->setText(read);
    m_read->setVisible(!read.isEmpty());
    m_readSign->setVisible(!read.isEmpty() && !selection.isEmpty());
    m_readSign->setPixmap(icon(Sign::Read).pixmap(QSize(side, side), devicePixelRatioF()));

    const auto hidden = m_model.hiddenPermitted();
    m_hidden->setText(drafttext::hiddenPermitted(hidden, m_model.hasFilterText()));
    m_hidden->setVisible(hidden > 0);
    m_show->setVisible(hidden > 0);

    m_withoutAccess->setVisible(selection.isEmpty());
    m_withoutAccess->setChecked(m_model.editor().draft().withoutAccess);
    if (!selection.isEmpty() || m_withoutAccess->isChecked())
        m_message->clear();

    if (const QString whole = text(); accessibleDescription() != whole)
        setAccessibleDescription(whole);
}

void SummaryLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace tokenry
