// SPDX-License-Identifier: MIT
#pragma once

#include "compose/liststate.h"
#include "grid/databasetable.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace tokenry
{

class PermissionGrid;

/// The grid, or in its place what there is to say while it has no rows.
class DatabaseArea : public QWidget
{
    Q_OBJECT

public:
    /// \a model outlives the list.
    explicit DatabaseArea(DatabaseTable &model, QWidget *parent = nullptr);

    [[nodiscard]] PermissionGrid *grid() const { return m_grid; }
    void show(ListState state);
    void setFilterText(const QString &filter);

Q_SIGNALS:
    void stopRequested();
    void reloadRequested();
    /// From the place of the grid: a name is to be typed.
    void typingWanted();
    /// From the place of the grid: add the filter's text as a name, or show all databases again.
    void nameWanted(const QString &name);
    void filterUnwanted();

private:
    [[nodiscard]] QWidget *makePlaceholder();
    void refresh();
    void refreshPlaceholder();

    DatabaseTable &m_model;
    ListState m_state = ListState::NotRead;
    QString m_filter;
    QStackedWidget *m_places;
    PermissionGrid *m_grid;
    QLabel *m_keys;
    QLabel *m_sentence;
    QPushButton *m_useName;
    QPushButton *m_nameOne;
    QPushButton *m_reload;
    QPushButton *m_showAll;
    QPushButton *m_stop;
};

} // namespace tokenry
