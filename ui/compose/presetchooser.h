// SPDX-License-Identifier: MIT
#pragma once

#include "models/drafteditor.h"

#include <QComboBox>

#include <functional>

namespace tokenry
{

/// For what kind of program the token is. Choosing one gives that program's actions, and no others, to the
/// selected rows or, where fewer than two are selected, to all that is permitted; and it becomes what pasted
/// names get. (One selected row is where the last click went.)
class PresetChooser : public QComboBox
{
    Q_OBJECT

public:
    using Rows = std::function<std::vector<DraftEditor::Row>()>;

    /// \a editor outlives the chooser; \a selected gives the selected rows.
    PresetChooser(DraftEditor &editor, Rows selected, QWidget *parent = nullptr);

    /// For names without a permission of their own.
    [[nodiscard]] ActionSet defaultActions() const;

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    void choose(int index);

    DraftEditor &m_editor;
    Rows m_selected;
};

} // namespace tokenry
