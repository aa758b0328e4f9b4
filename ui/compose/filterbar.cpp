// SPDX-License-Identifier: MIT
#include "compose/filterbar.h"

#include "common/fieldmessage.h"
#include "common/icons.h"
#include "domain/pastedtext.h"
#include "wording/drafttext.h"
#include "wording/pastetext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace tokenry
{

namespace
{

QToolButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *const button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAccessibleName(action->text());
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FilterBar::FilterBar(DatabaseTable &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_filter(new QLineEdit(this)),
      m_message(new FieldMessage(m_filter, this)), m_undo(new QAction(icon(Sign::Undo), tr("Undo"), this)),
      m_redo(new QAction(icon(Sign::Redo), tr("Redo"), this)), m_shown(new QLabel(this))
{
    m_filter->setAccessibleName(tr("Filter databases"));
    m_filter->setPlaceholderText(tr("Filter databases: bill* -test"));
    m_filter->setToolTip(drafttext::filterMeans());
    m_filter->setClearButtonEnabled(true);
    // Files are the window's.
    m_filter->setAcceptDrops(false);
    m_filter->installEventFilter(this);
    setFocusProxy(m_filter);
    m_undo->setShortcut(QKeySequence(QStringLiteral("Ctrl+Z")));
    m_redo->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+Z")));
    auto *const paste = new QPushButton(tr("Paste names…"), this);
    paste->setToolTip(pastetext::pasteMeans());
    auto *const add = new QPushButton(icon(Sign::Add), tr("Add a name…"), this);
    add->setToolTip(drafttext::addNameMeans());
    m_shown->setTextFormat(Qt::PlainText);

    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_filter, 1);
    row->addWidget(paste);
    row->addWidget(add);
    row->addSpacing(8);
    row->addWidget(buttonFor(m_undo, this));
    row->addWidget(buttonFor(m_redo, this));
    row->addSpacing(8);
    row->addWidget(m_shown);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_message);

    connect(m_filter, &QLineEdit::textChanged, this, &FilterBar::take);
    connect(paste, &QPushButton::clicked, this, &FilterBar::pasteWanted);
    connect(add, &QPushButton::clicked, this,
            [this] { Q_EMIT nameWanted(m_model.rowCount() == 0 ? filter() : QString()); });
    connect(m_undo, &QAction::triggered, &model.editor(), &DraftEditor::undo);
    connect(m_redo, &QAction::triggered, &model.editor(), &DraftEditor::redo);
    connect(&model, &QAbstractItemModel::modelReset, this, &FilterBar::refresh);
    connect(&model.editor(), &DraftEditor::draftChanged, this, &FilterBar::refresh);
    refresh();
}

// The filter is kept in a file, and a token is none.
void FilterBar::take()
{
    const bool refused = holdsToken(m_filter->text());
    m_model.setFilter(filter());
    m_message->say(Tone::Danger, refused ? drafttext::tokenAmongNames() : QString());
}

void FilterBar::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void FilterBar::clearFilter()
{
    m_filter->clear();
}

void FilterBar::setFilter(const QString &filter)
{
    m_filter->setText(filter);
}

QString FilterBar::filter() const
{
    return holdsToken(m_filter->text()) ? QString() : m_filter->text();
}

void FilterBar::refresh()
{
    m_undo->setEnabled(m_model.editor().canUndo());
    m_redo->setEnabled(m_model.editor().canRedo());
    m_undo->setToolTip(drafttext::undo(m_model.editor().undoStep().value_or(DraftStep::Other)));
    m_redo->setToolTip(drafttext::redo(m_model.editor().redoStep().value_or(DraftStep::Other)));
    const auto all = m_model.selection().rowCount();
    m_shown->setText(all == 0 ? QString() : drafttext::shown(m_model.rowCount(), all));
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT gridWanted();
        return true;
    case Qt::Key_Escape:
        clearFilter();
        return true;
    default:
        return false;
    }
}

} // namespace tokenry
