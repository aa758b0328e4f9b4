// SPDX-License-Identifier: MIT
#pragma once

#include "grid/databasetable.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace tokenry
{

class FieldMessage;

/// The line above the grid: the filter, names to add, undo and redo, and how many databases are shown.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    /// \a model outlives the bar.
    explicit FilterBar(DatabaseTable &model, QWidget *parent = nullptr);

    void focusFilter();
    void clearFilter();
    void setFilter(const QString &filter);
    /// Empty also while a token stands there.
    [[nodiscard]] QString filter() const;

Q_SIGNALS:
    void pasteWanted();
    /// The person wants to name a database that is not listed; the filter's text may be it.
    void nameWanted(const QString &proposal);
    /// Down or Enter: on to the rows.
    void gridWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take();
    void refresh();

    DatabaseTable &m_model;
    QLineEdit *m_filter;
    FieldMessage *m_message;
    QAction *m_undo;
    QAction *m_redo;
    QLabel *m_shown;
};

} // namespace tokenry
