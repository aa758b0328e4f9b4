// SPDX-License-Identifier: MIT
#pragma once

#include "grid/databasetable.h"

#include <QPersistentModelIndex>
#include <QTableView>

namespace tokenry
{

class PermissionDelegate;

/// The table of databases. A click in a cell of Read or Write ticks it, Shift+click a range; R, W, B (both)
/// and Space act on the selected rows, Delete forgets typed names. There is always a current cell while there
/// are rows, as screen readers need one; without rows, show something else in its place.
class PermissionGrid : public QTableView
{
    Q_OBJECT

public:
    using Row = DatabaseTable::Row;

    /// \a model outlives the grid.
    explicit PermissionGrid(DatabaseTable &model, QWidget *parent = nullptr);

    /// The selected rows, or the current one where none is.
    [[nodiscard]] std::vector<Row> chosen() const;
    /// The selected rows.
    [[nodiscard]] std::vector<Row> selected() const;
    /// Whether all of them that can be ticked are.
    [[nodiscard]] bool areTicked(Action action) const;
    /// Ticks the chosen rows, or unticks them if all are ticked.
    void toggle(Action action);
    void toggleBoth();
    void forgetTyped();
    /// The listed name that the current row's missing one may be meant for; empty where none is.
    [[nodiscard]] QString nearName() const;
    /// Moves what is ticked on the current row to that name, and goes there.
    void useNearName();
    /// Makes the row current, selected and seen.
    void goTo(Row row);

    /// What the person made of the columns.
    struct View
    {
        /// In pixels, of all columns but the name's, which takes what is left.
        QList<int> widths;
        int sortColumn = 0;
        bool descending = false;
    };
    [[nodiscard]] View view() const;
    /// A view of other columns than today's changes nothing.
    void restore(const View &view);

Q_SIGNALS:
    /// `/` was pressed.
    void filterWanted();
    /// Ctrl+V was pressed.
    void pasteWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] bool handle(QKeyEvent *event);
    void setUpLook();
    void measure();
    /// The arrow stands where the rows are in order, which ticks can undo.
    void showOrder();
    void rememberCurrent();
    void restoreCurrent();
    [[nodiscard]] bool isUseIt(const QModelIndex &index, const QPoint &position) const;
    void clicked(const QModelIndex &index, Qt::KeyboardModifiers modifiers);

    DatabaseTable &m_model;
    PermissionDelegate *m_delegate;
    QPersistentModelIndex m_pressed;
    /// Where a range begins; its state is what Shift+click gives the range.
    QPersistentModelIndex m_anchor;
    QString m_currentName;
    int m_currentColumn = 0;
};

} // namespace tokenry
