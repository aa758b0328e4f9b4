// SPDX-License-Identifier: MIT
#include "compose/suggestionbutton.h"

#include "common/plainlabel.h"
#include "render/descriptionsuggestion.h"
#include "wording/drafttext.h"

#include <QEvent>

namespace tokenry
{

SuggestionButton::SuggestionButton(DraftEditor &editor, QWidget *parent)
    : QPushButton(tr("Use suggestion"), parent), m_editor(editor)
{
    setAccessibleName(text());
    setAutoDefault(false);
    const auto refresh = [this] {
        setEnabled(!m_editor.selection().isEmpty());
    };
    connect(&editor, &DraftEditor::draftChanged, this, refresh);
    connect(this, &QPushButton::clicked, this,
            [this] { m_editor.suggestDescription(descriptionSuggestion(m_editor.selection())); });
    refresh();
}

bool SuggestionButton::event(QEvent *event)
{
    // Made when it is looked at, not with every tick.
    if (event->type() == QEvent::ToolTip)
        setToolTip(asToolTip(drafttext::suggestionMeans(descriptionSuggestion(m_editor.selection()))));
    return QPushButton::event(event);
}

} // namespace tokenry
