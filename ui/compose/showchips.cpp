// SPDX-License-Identifier: MIT
#include "compose/showchips.h"

#include "common/tone.h"
#include "wording/drafttext.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace tokenry
{

namespace
{

/// Between the sign and the text.
constexpr int signGap = 4;

} // namespace

ShowChips::ShowChips(DatabaseTable &model, QWidget *parent)
    : QWidget(parent),
      m_model(model), m_chips{makeChip(DatabaseTable::Show::All, tr("Show all"), drafttext::showAllMeans()),
                              makeChip(DatabaseTable::Show::Permitted, tr("Show permitted"),
                                       drafttext::showPermittedMeans()),
                              makeChip(DatabaseTable::Show::Problems, tr("Show problems"),
                                       drafttext::showProblemsMeans())}
{
    const int side = fontMetrics().height();
    m_chips[2]->setIconSize({side + signGap, side});
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

// Styles put the text right behind the icon.
QIcon ShowChips::spacedSign() const
{
    const QPixmap sign =
        toneSign(Tone::Warning, palette(), m_chips[2]->iconSize().height(), devicePixelRatioF());
    QPixmap spaced((sign.deviceIndependentSize() + QSizeF(signGap, 0)).toSize() * devicePixelRatioF());
    spaced.setDevicePixelRatio(devicePixelRatioF());
    spaced.fill(Qt::transparent);
    QPainter(&spaced).drawPixmap(0, 0, sign);
    return spaced;
}

void ShowChips::refresh()
{
    using Show = DatabaseTable::Show;
    const auto problems = m_model.countOf(Show::Problems);
    m_chips[0]->setText(tr("All %1").arg(m_model.countOf(Show::All)));
    m_chips[1]->setText(tr("Permitted %1").arg(m_model.countOf(Show::Permitted)));
    m_chips[2]->setText(tr("Problems %1").arg(problems));
    m_chips[2]->setIcon(problems == 0 ? QIcon() : spacedSign());
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
