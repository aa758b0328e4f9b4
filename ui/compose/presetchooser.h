// SPDX-License-Identifier: MIT
#pragma once

#include "common/chooser.h"
#include "models/drafteditor.h"

#include <functional>

namespace tokenry
{

/// For what kind of program the token is. Choosing one gives that program's actions, and no others, to the
/// selected rows or, where fewer than two are selected, to all that is permitted; and it becomes what pasted
/// names get, until another draft begins or it is undone. (One selected row is where the last click went.)
class PresetChooser : public Chooser
{
    Q_OBJECT

public:
    using Rows = std::function<std::vector<DraftEditor::Row>()>;

    /// \a editor outlives the chooser; \a selected gives the selected rows.
    PresetChooser(DraftEditor &editor, Rows selected, QWidget *parent = nullptr);

    /// For names without a permission of their own.
    [[nodiscard]] ActionSet defaultActions() const;

Q_SIGNALS:
    /// What choosing one did; \a undoable where it changed the draft.
    void did(const QString &what, bool undoable);

private:
    void choose(int index);
    void forget();

    DraftEditor &m_editor;
    Rows m_selected;
};

} // namespace tokenry
