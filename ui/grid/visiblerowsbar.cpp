// SPDX-License-Identifier: MIT
#include "grid/visiblerowsbar.h"

#include "wording/drafttext.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>

namespace tokenry
{

VisibleRowsBar::VisibleRowsBar(DatabaseTable &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_boxes{makeBox(Action::Read, tr("Read, visible databases")),
                                               makeBox(Action::Write, tr("Write, visible databases"))},
      m_said(new QLabel(this)), m_undo(new QPushButton(tr("Undo"), this))
{
    m_said->setTextFormat(Qt::PlainText);
    m_undo->setAccessibleName(tr("Undo, visible databases"));

    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(16);
    row->addWidget(new QLabel(tr("Visible rows:"), this));
    row->addWidget(m_boxes[0]);
    row->addWidget(m_boxes[1]);
    row->addSpacing(8);
    row->addWidget(m_said);
    row->addWidget(m_undo);
    row->addStretch();

    connect(m_undo, &QPushButton::clicked, this, &VisibleRowsBar::undo);
    connect(&model, &QAbstractItemModel::modelReset, this, &VisibleRowsBar::refresh);
    connect(&model.editor(), &DraftEditor::draftChanged, this, &VisibleRowsBar::refresh);
    // Room for the button even while it is hidden: nothing below may jump.
    setMinimumHeight(m_undo->sizeHint().height());
    refresh();
}

QCheckBox *VisibleRowsBar::makeBox(Action action, const QString &accessibleName)
{
    auto *const box = new QCheckBox(this);
    box->setTristate();
    box->setAccessibleName(accessibleName);
    connect(box, &QCheckBox::clicked, this, [this, action] { tickVisible(action); });
    return box;
}

void VisibleRowsBar::tickVisible(Action action)
{
    const bool on = m_model.visibleState(action) != Qt::Checked;
    {
        const QScopedValueRollback acting(m_acting, true);
        m_model.tickVisible(action, on);
    }
    refresh();
    say(drafttext::tickedVisible(action, on, m_model.visibleUsable()), true);
}

void VisibleRowsBar::undo()
{
    m_boxes[0]->setFocus();
    m_model.editor().undo();
}

void VisibleRowsBar::refresh()
{
    if (m_acting)
        return;
    const auto usable = m_model.visibleUsable();
    for (const Action action : allActions) {
        QCheckBox *const box = m_boxes[static_cast<size_t>(action)];
        const bool inherited = m_model.selection().allDatabases(action);
        const QString text = action == Action::Write ? tr("Write (%1)") : tr("Read (%1)");
        box->setText(text.arg(usable));
        box->setCheckState(inherited ? Qt::Checked : m_model.visibleState(action));
        box->setEnabled(!inherited && usable > 0);
    }
    say({}, false);
}

void VisibleRowsBar::say(const QString &what, bool undoable)
{
    m_said->setText(what);
    m_said->setVisible(!what.isEmpty());
    m_undo->setVisible(undoable);
}

} // namespace tokenry
