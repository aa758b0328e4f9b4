// SPDX-License-Identifier: MIT
#include "compose/showchips.h"

#include "common/tone.h"
#include "wording/drafttext.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tokenry
{

ShowChips::ShowChips(DatabaseTable &model, QWidget *parent)
    : QWidget(parent),
      m_model(model), m_chips{makeChip(DatabaseTable::Show::All, tr("Show all"), drafttext::showAllMeans()),
                              makeChip(DatabaseTable::Show::Permitted, tr("Show permitted"),
                                       drafttext::showPermittedMeans()),
                              makeChip(DatabaseTable::Show::Problems, tr("Show problems"),
                                       drafttext::showProblemsMeans())}
{
    auto *const group = new QButtonGroup(this);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(4);
    row->addWidget(new QLabel(tr("Show:"), this));
    row->addSpacing(4);
    for (QPushButton *const chip : m_chips) {
        group->addButton(chip);
        row->addWidget(chip);
    }
    connect(&model, &QAbstractItemModel::modelReset, this, &ShowChips::refresh);
    connect(&model.editor(), &DraftEditor::draftChanged, this, &ShowChips::refresh);
    refresh();
}

QPushButton *ShowChips::makeChip(DatabaseTable::Show show, const QString &accessibleName,
                                 const QString &toolTip)
{
    auto *const chip = new QPushButton(this);
    chip->setCheckable(true);
    chip->setAutoDefault(false);
    chip->setAccessibleName(accessibleName);
    chip->setToolTip(toolTip);
    connect(chip, &QPushButton::clicked, this, [this, show] { m_model.setShow(show); });
    return chip;
}

void ShowChips::refresh()
{
    using Show = DatabaseTable::Show;
    const auto problems = m_model.countOf(Show::Problems);
    m_chips[0]->setText(tr("All %1").arg(m_model.countOf(Show::All)));
    m_chips[1]->setText(tr("Permitted %1").arg(m_model.countOf(Show::Permitted)));
    // The style puts the sign close to the text.
    m_chips[2]->setText((problems == 0 ? QString() : QStringLiteral(" ")) + tr("Problems %1").arg(problems));
    m_chips[2]->setIcon(problems == 0 ? QIcon()
                                      : QIcon(toneSign(Tone::Warning, palette(), fontMetrics().height(),
                                                       devicePixelRatioF())));
    m_chips[static_cast<size_t>(m_model.shown())]->setChecked(true);
    for (QPushButton *const chip : m_chips) {
        // In dark colours a button that is down looks much like one that is not. As wide as when it is bold:
        // nothing beside it may jump.
        QFont font = this->font();
        font.setBold(true);
        chip->setFont(font);
        chip->setMinimumWidth(0);
        chip->setMinimumWidth(chip->sizeHint().width());
        font.setBold(chip->isChecked());
        chip->setFont(font);
    }
}

void ShowChips::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace tokenry
