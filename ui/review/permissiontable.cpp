// SPDX-License-Identifier: MIT
#include "review/permissiontable.h"

#include "models/permissiontablemodel.h"
#include "review/permissionpresentation.h"

#include <QHeaderView>
#include <QScrollBar>

namespace tokenry
{

PermissionTable::PermissionTable(const PermissionSet &permissions, const DatabaseCatalog::Ptr &databases,
                                 QWidget *parent)
    : QTableView(parent), m_facts(new PermissionTableModel(this))
{
    setAccessibleName(tr("Permissions"));
    m_facts->show(permissions, databases);
    auto *const words = new PermissionPresentation(font(), this);
    words->setSourceModel(m_facts);
    setModel(words);

    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTextElideMode(Qt::ElideNone);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    const int narrow = fontMetrics().averageCharWidth() * 9;
    setColumnWidth(PermissionTableModel::ReadColumn, narrow);
    setColumnWidth(PermissionTableModel::WriteColumn, narrow);
    // A valid current cell from the start: assistive technology asks for it.
    setCurrentIndex(words->index(0, PermissionTableModel::NameColumn));
    clearSelection();
}

void PermissionTable::setDatabases(const DatabaseCatalog::Ptr &databases)
{
    m_facts->setCatalog(databases);
    // What is missing says so behind its name.
    fitNames();
}

QSize PermissionTable::sizeHint() const
{
    const int columns = sizeHintForColumn(PermissionTableModel::NameColumn) +
                        columnWidth(PermissionTableModel::ReadColumn) +
                        columnWidth(PermissionTableModel::WriteColumn);
    return {columns + 2 * frameWidth() + verticalScrollBar()->sizeHint().width(),
            QTableView::sizeHint().height()};
}

// To where a cell begins; a name that is too long does not push the ticks out by itself.
void PermissionTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int before = horizontalScrollBar()->value();
    const int begins = columnViewportPosition(index.column());
    QTableView::scrollTo(index, hint);
    if (begins >= 0 && begins < viewport()->width())
        horizontalScrollBar()->setValue(before);
}

void PermissionTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitNames();
}

void PermissionTable::fitNames()
{
    const int others =
        columnWidth(PermissionTableModel::ReadColumn) + columnWidth(PermissionTableModel::WriteColumn);
    const int room = viewport()->width() - others;
    const int needed = sizeHintForColumn(PermissionTableModel::NameColumn);
    setColumnWidth(PermissionTableModel::NameColumn, std::max(needed, room));
    // Where a name has no room, its end is what scrolls: the ticks are always on view.
    QHeaderView *const header = horizontalHeader();
    header->moveSection(header->visualIndex(PermissionTableModel::NameColumn),
                        needed > room ? PermissionTableModel::WriteColumn : PermissionTableModel::NameColumn);
}

} // namespace tokenry
