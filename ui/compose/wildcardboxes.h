// SPDX-License-Identifier: MIT
#pragma once

#include "models/drafteditor.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QPushButton;

namespace tokenry
{

class FieldMessage;

/// The whole cluster, future databases too: one check box for each action, what it means once it is on, and
/// the way back to naming databases one by one.
class WildcardBoxes : public QWidget
{
    Q_OBJECT

public:
    explicit WildcardBoxes(DraftEditor &editor, QWidget *parent = nullptr);

    [[nodiscard]] QCheckBox *firstBox() const { return m_lines[0].box; }

private:
    struct Line
    {
        QCheckBox *box;
        QPushButton *nameThem;
        FieldMessage *meaning;
    };

    [[nodiscard]] Line makeLine(Action action, const QString &label);
    void refresh();

    DraftEditor &m_editor;
    std::array<Line, 2> m_lines;
};

} // namespace tokenry
