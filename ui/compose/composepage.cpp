// SPDX-License-Identifier: MIT
#include "compose/composepage.h"

#include "common/fieldmessage.h"
#include "compose/adviceline.h"
#include "compose/databasearea.h"
#include "compose/descriptionfield.h"
#include "compose/expiryfield.h"
#include "compose/filterbar.h"
#include "compose/pastedialog.h"
#include "compose/presetchooser.h"
#include "compose/showchips.h"
#include "compose/suggestionbutton.h"
#include "compose/summaryline.h"
#include "compose/typednamefield.h"
#include "compose/wildcardboxes.h"
#include "grid/permissiongrid.h"
#include "grid/visiblerowsbar.h"
#include "wording/drafttext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDataStream>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace tokenry
{

ComposePage::ComposePage(DraftEditor &editor, Now now, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_now(std::move(now)), m_table(editor),
      m_description(new DescriptionField(editor, this)), m_expiry(new ExpiryField(editor, m_now, this)),
      m_filter(new FilterBar(m_table, this)), m_typedName(new TypedNameField(editor, this)),
      m_list(new DatabaseArea(m_table, this)), m_summary(new SummaryLine(m_table, this)),
      m_advice(new AdviceLine(m_table, m_now, this)),
      m_preset(new PresetChooser(
          editor, [this] { return m_list->grid()->selected(); }, this)),
      m_clear(new QPushButton(tr("Clear"), this)), m_open(new QPushButton(tr("Open…"), this)),
      m_save(new QPushButton(tr("Save request…"), this)), m_review(new QPushButton(tr("Review…"), this))
{
    layOut();
    connectParts();
    addKeys();
    refreshButtons();
}

void ComposePage::layOut()
{
    const auto label = [this](const QString &text, QWidget *buddy) {
        auto *const made = new QLabel(text, this);
        made->setBuddy(buddy);
        // Level with the first line of the field, also when a message stands below it.
        made->setMinimumHeight(buddy->sizeHint().height());
        return made;
    };
    auto *const wildcards = new WildcardBoxes(m_editor, this);
    auto *const fields = new QGridLayout;
    fields->setHorizontalSpacing(16);
    fields->setVerticalSpacing(10);
    fields->setColumnStretch(1, 1);
    fields->addWidget(label(tr("Description"), m_description), 0, 0, Qt::AlignTop);
    auto *const what = new QHBoxLayout;
    what->setSpacing(8);
    what->addWidget(m_description, 1);
    what->addWidget(new SuggestionButton(m_editor, this));
    what->addSpacing(8);
    what->addWidget(label(tr("Start from"), m_preset));
    what->addWidget(m_preset);
    auto *const description = new QVBoxLayout;
    description->setSpacing(2);
    description->addLayout(what);
    description->addWidget(m_description->message());
    fields->addLayout(description, 0, 1);
    fields->addWidget(label(tr("Expiry"), m_expiry->chooser()), 1, 0, Qt::AlignTop);
    fields->addWidget(m_expiry, 1, 1);
    QLabel *const whole = label(tr("Whole cluster"), wildcards->firstBox());
    whole->setToolTip(drafttext::wholeClusterMeans());
    fields->addWidget(whole, 2, 0, Qt::AlignTop);
    fields->addWidget(wildcards, 2, 1);

    m_review->setDefault(true);
    m_clear->setToolTip(drafttext::clearMeans());
    m_open->setToolTip(drafttext::openMeans());
    m_save->setToolTip(drafttext::saveMeans());
    m_review->setToolTip(drafttext::reviewMeans());
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_open);
    buttons->addWidget(m_clear);
    buttons->addWidget(m_save);
    buttons->addWidget(m_review);
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(24);
    auto *const verdict = new QVBoxLayout;
    verdict->setSpacing(8);
    verdict->addStretch();
    verdict->addWidget(m_summary);
    verdict->addWidget(m_advice);
    verdict->addStretch();
    foot->addLayout(verdict, 1);
    foot->addLayout(buttons);
    foot->setAlignment(buttons, Qt::AlignBottom);

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addLayout(fields);
    column->addSpacing(6);
    column->addWidget(m_filter);
    column->addWidget(m_typedName);
    auto *const rows = new QHBoxLayout;
    rows->setSpacing(16);
    auto *const visible = new VisibleRowsBar(m_table, this);
    connect(m_preset, &PresetChooser::did, visible, &VisibleRowsBar::say);
    rows->addWidget(visible, 1);
    rows->addWidget(new ShowChips(m_table, this));
    column->addLayout(rows);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
}

void ComposePage::connectParts()
{
    connect(m_filter, &FilterBar::nameWanted, m_typedName, &TypedNameField::open);
    connect(m_filter, &FilterBar::gridWanted, this, &ComposePage::focusGrid);
    connect(&m_table, &QAbstractItemModel::modelReset, this,
            [this] { m_list->setFilterText(m_filter->filter()); });
    connect(m_typedName, &TypedNameField::added, this, &ComposePage::nameAdded);
    connect(m_typedName, &TypedNameField::closed, m_filter, &FilterBar::focusFilter);
    connect(m_list, &DatabaseArea::filterUnwanted, this, [this] { showRows(DatabaseTable::Show::All); });
    connect(m_filter, &FilterBar::pasteWanted, this, &ComposePage::openPaste);
    connect(m_list->grid(), &PermissionGrid::pasteWanted, this, [this] { openPaste()->pasteClipboard(); });
    connect(m_list, &DatabaseArea::nameWanted, this, [this](const QString &name) {
        m_typedName->open(name);
        m_typedName->add();
    });
    connect(m_list, &DatabaseArea::typingWanted, this, [this] { m_typedName->open({}); });
    connect(m_list, &DatabaseArea::stopRequested, this, &ComposePage::stopRequested);
    connect(m_list, &DatabaseArea::reloadRequested, this, &ComposePage::reloadRequested);
    connect(m_list->grid(), &PermissionGrid::filterWanted, m_filter, &FilterBar::focusFilter);
    connect(m_summary, &SummaryLine::hiddenWanted, this,
            [this] { showRows(DatabaseTable::Show::Permitted); });
    connect(m_advice, &AdviceLine::tokensWanted, this, &ComposePage::tokensWanted);
    connect(m_clear, &QPushButton::clicked, &m_editor, &DraftEditor::clear);
    connect(m_open, &QPushButton::clicked, this, &ComposePage::openRequested);
    connect(m_save, &QPushButton::clicked, this, [this] { ifFaultless(&ComposePage::saveRequested); });
    connect(m_review, &QPushButton::clicked, this, [this] { ifFaultless(&ComposePage::reviewRequested); });
    connect(&m_editor, &DraftEditor::draftChanged, this, &ComposePage::refreshButtons);
}

void ComposePage::addKeys()
{
    auto *const find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter, &FilterBar::focusFilter);
    auto *const review = new QShortcut(this);
    review->setKeys({QStringLiteral("Ctrl+Return"), QStringLiteral("Ctrl+Enter")});
    review->setAutoRepeat(false);
    connect(review, &QShortcut::activated, m_review, &QPushButton::click);
}

void ComposePage::showList(ListState state)
{
    m_list->show(state);
}

void ComposePage::showAccess(Access::Ptr access)
{
    m_table.setAccess(std::move(access));
    m_advice->refresh();
}

const std::vector<Advice> &ComposePage::advice()
{
    m_advice->refresh();
    return m_advice->advice();
}

std::vector<Advice> ComposePage::adviceOn(const TokenRequest &request,
                                          const DatabaseCatalog::Ptr &databases) const
{
    return m_advice->adviceOn(request, databases);
}

void ComposePage::showFaults(const std::vector<DraftFault> &faults)
{
    // From the last field to the first, so that the first keeps the focus.
    const auto has = [&](DraftFault fault) {
        return std::ranges::find(faults, fault) != faults.end();
    };
    if (has(DraftFault::NoPermissions))
        m_summary->showFault();
    if (has(DraftFault::ExpiryNotInFuture))
        m_expiry->showFault();
    for (const DraftFault fault : {DraftFault::TokenInDescription, DraftFault::DescriptionBlank}) {
        if (has(fault))
            m_description->showFault(fault);
    }
}

QByteArray ComposePage::view() const
{
    QByteArray view;
    QDataStream stream(&view, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    const PermissionGrid::View grid = m_list->grid()->view();
    stream << grid.widths << grid.sortColumn << grid.descending << m_filter->filter();
    return view;
}

void ComposePage::restoreView(const QByteArray &view)
{
    PermissionGrid::View grid;
    QString filter;
    QDataStream stream(view);
    stream.setVersion(QDataStream::Qt_6_4);
    stream >> grid.widths >> grid.sortColumn >> grid.descending >> filter;
    if (stream.status() != QDataStream::Ok)
        return;
    m_list->grid()->restore(grid);
    m_filter->setFilter(filter);
}

PermissionGrid *ComposePage::grid() const
{
    return m_list->grid();
}

void ComposePage::focusDescription()
{
    m_description->setFocus();
}

void ComposePage::ifFaultless(void (ComposePage::*signal)())
{
    m_expiry->refresh();
    const std::vector<DraftFault> faults = faultsOf(m_editor.draft(), m_now());
    if (faults.empty())
        Q_EMIT(this->*signal)();
    else
        showFaults(faults);
}

void ComposePage::nameAdded(DraftEditor::Row row)
{
    if (m_table.shownAt(row) < 0)
        showRows(DatabaseTable::Show::All);
    m_list->grid()->goTo(row);
    m_list->grid()->setFocus();
}

void ComposePage::showRows(DatabaseTable::Show rows)
{
    m_filter->clearFilter();
    m_table.setShow(rows);
}

PasteDialog *ComposePage::openPaste()
{
    auto *const dialog = new PasteDialog(m_editor, m_preset->defaultActions(), this);
    connect(dialog, &QDialog::accepted, this, &ComposePage::focusGrid);
    dialog->open();
    return dialog;
}

void ComposePage::focusGrid()
{
    if (m_table.rowCount() > 0)
        m_list->grid()->setFocus();
}

void ComposePage::refreshButtons()
{
    m_clear->setEnabled(!m_editor.isBlank());
}

void ComposePage::showEvent(QShowEvent *event)
{
    m_expiry->refresh();
    m_advice->refresh();
    QWidget::showEvent(event);
}

void ComposePage::changeEvent(QEvent *event)
{
    // Time has passed while the window was in the background.
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_expiry->refresh();
    QWidget::changeEvent(event);
}

} // namespace tokenry
