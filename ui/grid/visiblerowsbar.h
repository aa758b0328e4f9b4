// SPDX-License-Identifier: MIT
#pragma once

#include "grid/databasetable.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QLabel;
class QPushButton;

namespace tokenry
{

/// Two check boxes that act on all rows the filter shows, say how many, and offer to undo what they did.
class VisibleRowsBar : public QWidget
{
    Q_OBJECT

public:
    /// \a model outlives the bar.
    explicit VisibleRowsBar(DatabaseTable &model, QWidget *parent = nullptr);

    /// What something else did to many rows, until the next change; \a undoable offers to take it back.
    void say(const QString &what, bool undoable);

private:
    [[nodiscard]] QCheckBox *makeBox(Action action, const QString &accessibleName);
    void tickVisible(Action action);
    void undo();
    void refresh();

    DatabaseTable &m_model;
    std::array<QCheckBox *, 2> m_boxes;
    QLabel *m_said;
    QPushButton *m_undo;
    bool m_acting = false;
};

} // namespace tokenry
