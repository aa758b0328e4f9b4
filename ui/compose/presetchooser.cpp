// SPDX-License-Identifier: MIT
#include "compose/presetchooser.h"

#include "wording/drafttext.h"

#include <algorithm>

namespace tokenry
{

PresetChooser::PresetChooser(DraftEditor &editor, Rows selected, QWidget *parent)
    : Chooser(parent), m_editor(editor), m_selected(std::move(selected))
{
    addItem(tr("No preset"));
    for (const Preset preset : {Preset::TelegrafWriter, Preset::GrafanaReader, Preset::Application})
        addItem(drafttext::presetName(preset), QVariant::fromValue(static_cast<int>(preset)));
    setAccessibleName(tr("Start from"));
    setToolTip(drafttext::presetsMean());
    connect(this, &QComboBox::activated, this, &PresetChooser::choose);
    connect(&editor, &DraftEditor::draftBegun, this, &PresetChooser::forget);
    connect(&editor, &DraftEditor::draftChanged, this, [this] {
        if (m_editor.redoStep() == DraftEditor::Step::Preset)
            forget();
    });
}

ActionSet PresetChooser::defaultActions() const
{
    return currentIndex() <= 0 ? ActionSet::only(Action::Read)
                               : actionsOf(static_cast<Preset>(currentData().toInt()));
}

void PresetChooser::choose(int index)
{
    if (index <= 0) {
        forget();
        return;
    }
    std::vector<DraftEditor::Row> rows = m_selected();
    const bool selected = rows.size() > 1;
    if (!selected)
        rows = m_editor.tickedRows();
    const auto preset = static_cast<Preset>(itemData(index).toInt());
    const TokenDraft before = m_editor.draft();
    m_editor.setActions(rows, actionsOf(preset), DraftEditor::Step::Preset);
    std::vector<Action> off;
    std::ranges::copy_if(allActions, std::back_inserter(off), [&](Action action) {
        return before.permissions.allDatabases(action) && !m_editor.selection().allDatabases(action);
    });
    const QString what = drafttext::presetDid(preset, static_cast<qsizetype>(rows.size()), selected, off);
    setToolTip(what + u'\n' + drafttext::presetsMean());
    setAccessibleDescription(what);
    Q_EMIT did(what, !(before == m_editor.draft()));
}

// Else it would go on deciding what the next draft's pasted names get.
void PresetChooser::forget()
{
    setCurrentIndex(0);
    setToolTip(drafttext::presetsMean());
    setAccessibleDescription({});
}

} // namespace tokenry
