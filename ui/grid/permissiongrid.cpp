// SPDX-License-Identifier: MIT
#include "grid/permissiongrid.h"

#include "grid/gridheader.h"
#include "grid/gridmenu.h"
#include "grid/permissiondelegate.h"
#include "grid/whoelsecell.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace tokenry
{

PermissionGrid::PermissionGrid(DatabaseTable &model, QWidget *parent)
    : QTableView(parent), m_model(model), m_delegate(new PermissionDelegate(this))
{
    setAccessibleName(tr("Databases"));
    setItemDelegate(m_delegate);
    setUpLook();
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &PermissionGrid::rememberCurrent);
    setModel(&model);
    // Connected after the selection model, which forgets its current index on a reset.
    connect(&model, &QAbstractItemModel::modelReset, this, &PermissionGrid::restoreCurrent);
    connect(&model, &QAbstractItemModel::modelReset, this, &PermissionGrid::showOrder);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &PermissionGrid::showOrder);
    connect(&model, &QAbstractItemModel::dataChanged, this, &PermissionGrid::showOrder);
    sortByColumn(DatabaseTable::NameColumn, Qt::AscendingOrder);
    setSortingEnabled(true);
    measure();
    restoreCurrent();
}

void PermissionGrid::setUpLook()
{
    setHorizontalHeader(new GridHeader(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setAlternatingRowColors(true);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(false);
}

void PermissionGrid::measure()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 11);
    QHeaderView *const header = horizontalHeader();
    if (header->count() == 0)
        return;
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(DatabaseTable::NameColumn, QHeaderView::Stretch);
    const int unit = fontMetrics().averageCharWidth();
    header->resizeSection(DatabaseTable::ReadColumn, 14 * unit);
    header->resizeSection(DatabaseTable::WriteColumn, 22 * unit);
    header->resizeSection(DatabaseTable::RetentionColumn, 16 * unit);
    header->resizeSection(DatabaseTable::WhoElseColumn, 32 * unit);
}

void PermissionGrid::showOrder()
{
    const auto order = m_model.shownOrder();
    const int column = order ? static_cast<int>(order->by) : -1;
    // It shows what is; it asks for nothing.
    const QSignalBlocker quiet(horizontalHeader());
    horizontalHeader()->setSortIndicator(column, order && order->descending ? Qt::DescendingOrder
                                                                            : Qt::AscendingOrder);
}

std::vector<PermissionGrid::Row> PermissionGrid::selected() const
{
    std::vector<Row> rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int shown = range.top(); shown <= range.bottom(); ++shown)
            rows.push_back(m_model.rowShownAt(shown));
    }
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
    return rows;
}

std::vector<PermissionGrid::Row> PermissionGrid::chosen() const
{
    std::vector<Row> rows = selected();
    if (rows.empty() && currentIndex().isValid())
        rows.push_back(m_model.rowShownAt(currentIndex().row()));
    return rows;
}

bool PermissionGrid::areTicked(Action action) const
{
    return std::ranges::all_of(chosen(), [&](Row row) {
        return m_model.selection().isTicked(action, row) || !m_model.editor().isUsable(row);
    });
}

void PermissionGrid::toggle(Action action)
{
    m_model.editor().tick(action, chosen(), !areTicked(action));
}

void PermissionGrid::toggleBoth()
{
    const auto done = [this](Action action) {
        return m_model.selection().allDatabases(action) || areTicked(action);
    };
    m_model.editor().tickBoth(chosen(), !(done(Action::Read) && done(Action::Write)));
}

void PermissionGrid::forgetTyped()
{
    m_model.editor().removeTyped(chosen());
}

QString PermissionGrid::nearName() const
{
    return currentIndex().data(DatabaseTable::NearNameRole).toString();
}

void PermissionGrid::useNearName()
{
    const QString near = nearName();
    if (near.isEmpty())
        return;
    const QString missing = currentIndex().data(DatabaseTable::NameRole).toString();
    m_model.editor().apply({Remedy::Kind::UseName, Action::Read, 0, missing, near});
    if (const auto row = m_model.selection().find(near))
        goTo(*row);
}

PermissionGrid::View PermissionGrid::view() const
{
    View view;
    for (int column = DatabaseTable::NameColumn + 1; column < horizontalHeader()->count(); ++column)
        view.widths << columnWidth(column);
    view.sortColumn = static_cast<int>(m_model.order().by);
    view.descending = m_model.order().descending;
    return view;
}

void PermissionGrid::restore(const View &view)
{
    const int columns = horizontalHeader()->count();
    if (view.widths.size() != columns - DatabaseTable::NameColumn - 1 || view.sortColumn < 0 ||
        view.sortColumn >= columns)
        return;
    const int unit = fontMetrics().averageCharWidth();
    for (int column = DatabaseTable::NameColumn + 1; column < columns; ++column)
        setColumnWidth(column, std::clamp(view.widths[column - 1], 8 * unit, 60 * unit));
    sortByColumn(view.sortColumn, view.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void PermissionGrid::goTo(Row row)
{
    const int shown = m_model.shownAt(row);
    if (shown < 0)
        return;
    const QModelIndex index = m_model.index(shown, DatabaseTable::NameColumn);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_anchor = index;
    scrollTo(index);
}

void PermissionGrid::rememberCurrent()
{
    if (!currentIndex().isValid())
        return;
    m_currentName = currentIndex().data(DatabaseTable::NameRole).toString();
    m_currentColumn = currentIndex().column();
}

void PermissionGrid::restoreCurrent()
{
    if (m_model.rowCount() == 0)
        return;
    const auto row = m_model.selection().find(m_currentName);
    const int shown = row ? m_model.shownAt(*row) : -1;
    const QModelIndex index = m_model.index(qMax(shown, 0), m_currentColumn);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    m_anchor = index;
}

bool PermissionGrid::handle(QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers != Qt::NoModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_R:
        toggle(Action::Read);
        return true;
    case Qt::Key_W:
        toggle(Action::Write);
        return true;
    case Qt::Key_B:
        toggleBoth();
        return true;
    case Qt::Key_Space:
        toggle(DatabaseTable::actionOf(currentIndex().column()).value_or(Action::Read));
        return true;
    case Qt::Key_Delete:
        forgetTyped();
        return true;
    case Qt::Key_Slash:
        Q_EMIT filterWanted();
        return true;
    default:
        return false;
    }
}

void PermissionGrid::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        Q_EMIT pasteWanted();
        return;
    }
    if (event->text() == QLatin1String("/")) {
        Q_EMIT filterWanted();
        return;
    }
    if (handle(event))
        return;
    QTableView::keyPressEvent(event);
    if (!event->modifiers().testFlag(Qt::ShiftModifier))
        m_anchor = currentIndex();
}

void PermissionGrid::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->pos()) : QModelIndex();
    if (!event->modifiers().testFlag(Qt::ShiftModifier))
        m_anchor = m_pressed;
    QTableView::mousePressEvent(event);
}

void PermissionGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->pos()) : QModelIndex();
    QTableView::mouseDoubleClickEvent(event);
}

bool PermissionGrid::isUseIt(const QModelIndex &index, const QPoint &position) const
{
    return index.column() == DatabaseTable::WhoElseColumn &&
           !index.data(DatabaseTable::NearNameRole).toString().isEmpty() &&
           useItPlace(visualRect(index), fontMetrics()).contains(position);
}

void PermissionGrid::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    viewport()->setCursor(isUseIt(indexAt(event->pos()), event->pos()) ? Qt::PointingHandCursor
                                                                       : Qt::ArrowCursor);
}

void PermissionGrid::mouseReleaseEvent(QMouseEvent *event)
{
    const QPersistentModelIndex pressed = m_pressed;
    m_pressed = QModelIndex();
    QTableView::mouseReleaseEvent(event);
    if (!pressed.isValid() || pressed != indexAt(event->pos()))
        return;
    if (isUseIt(pressed, event->pos()) && pressed.row() == currentIndex().row())
        useNearName();
    else
        clicked(pressed, event->modifiers());
}

void PermissionGrid::clicked(const QModelIndex &index, Qt::KeyboardModifiers modifiers)
{
    const auto action = DatabaseTable::actionOf(index.column());
    if (!action || modifiers.testFlag(Qt::ControlModifier))
        return;
    const Row row = m_model.rowShownAt(index.row());
    if (modifiers.testFlag(Qt::ShiftModifier) && m_anchor.isValid()) {
        const bool on = m_model.selection().isTicked(*action, m_model.rowShownAt(m_anchor.row()));
        m_model.editor().tick(*action, chosen(), on);
        return;
    }
    m_model.editor().tick(*action, std::array{row}, !m_model.selection().isTicked(*action, row));
}

void PermissionGrid::contextMenuEvent(QContextMenuEvent *event)
{
    if (currentIndex().isValid())
        gridMenu(*this, m_model)->popup(event->globalPos());
}

void PermissionGrid::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        m_delegate->lookChanged();
}

} // namespace tokenry
