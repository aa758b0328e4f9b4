// SPDX-License-Identifier: MIT
#include "compose/presetchooser.h"

#include "wording/drafttext.h"

#include <QWheelEvent>

namespace tokenry
{

PresetChooser::PresetChooser(DraftEditor &editor, Rows selected, QWidget *parent)
    : QComboBox(parent), m_editor(editor), m_selected(std::move(selected))
{
    addItem(tr("No preset"));
    for (const Preset preset : {Preset::TelegrafWriter, Preset::GrafanaReader, Preset::Application})
        addItem(drafttext::presetName(preset), QVariant::fromValue(static_cast<int>(preset)));
    setAccessibleName(tr("Start from"));
    setToolTip(drafttext::presetsMean());
    connect(this, &QComboBox::activated, this, &PresetChooser::choose);
}

ActionSet PresetChooser::defaultActions() const
{
    return currentIndex() <= 0 ? ActionSet::only(Action::Read)
                               : actionsOf(static_cast<Preset>(currentData().toInt()));
}

// A wheel that was meant for the page must not change permissions.
void PresetChooser::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void PresetChooser::choose(int index)
{
    if (index <= 0) {
        setToolTip(drafttext::presetsMean());
        return;
    }
    std::vector<DraftEditor::Row> rows = m_selected();
    const bool selected = rows.size() > 1;
    if (!selected)
        rows = m_editor.tickedRows();
    const auto preset = static_cast<Preset>(itemData(index).toInt());
    m_editor.setActions(rows, actionsOf(preset), DraftEditor::Step::Preset);
    setToolTip(drafttext::presetDid(preset, static_cast<qsizetype>(rows.size()), selected) + u'\n' +
               drafttext::presetsMean());
}

} // namespace tokenry
