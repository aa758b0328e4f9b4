// SPDX-License-Identifier: MIT
#pragma once

#include "compose/liststate.h"
#include "grid/databasetable.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace tokenry
{

class MessageBar;
class PermissionGrid;

/// The grid, or in its place what there is to say while it has no rows; above it, news of the list.
class DatabaseArea : public QWidget
{
    Q_OBJECT

public:
    /// \a model outlives the list; \a now is in the person's time zone.
    DatabaseArea(DatabaseTable &model, std::function<QDateTime()> now, QWidget *parent = nullptr);

    [[nodiscard]] PermissionGrid *grid() const { return m_grid; }
    void show(const ListState &state);
    void setFilterText(const QString &filter);

Q_SIGNALS:
    void reloadRequested();
    void stopRequested();
    /// From the place of the grid: add the filter's text as a name, or show all databases again.
    void nameWanted(const QString &name);
    void filterUnwanted();

private:
    [[nodiscard]] QWidget *makePlaceholder();
    void refresh();
    void refreshNews(bool hasRows);
    void refreshPlaceholder();

    DatabaseTable &m_model;
    std::function<QDateTime()> m_now;
    ListState m_state;
    QString m_filter;
    MessageBar *m_news;
    QStackedWidget *m_places;
    PermissionGrid *m_grid;
    QLabel *m_keys;
    QLabel *m_sentence;
    QPushButton *m_useName;
    QPushButton *m_showAll;
    QPushButton *m_stop;
};

} // namespace tokenry
