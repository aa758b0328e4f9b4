// SPDX-License-Identifier: MIT
#include "compose/descriptionfield.h"

#include "common/fieldmessage.h"
#include "domain/pastedtext.h"
#include "wording/drafttext.h"
#include "wording/visibletext.h"

namespace tokenry
{

DescriptionField::DescriptionField(DraftEditor &editor, QWidget *parent)
    : DraftLineEdit(parent), m_editor(editor), m_message(new FieldMessage(this, parent))
{
    setAccessibleName(tr("Description"));
    setPlaceholderText(tr("For example: Telegraf edge-west · team:ops · OPS-1412"));
    // Files are the window's, also where a file manager offers their paths as text.
    setAcceptDrops(false);
    m_message->keepPlace();
    connect(this, &QLineEdit::textEdited, this, &DescriptionField::take);
    connect(this, &QLineEdit::editingFinished, &editor, &DraftEditor::endTyping);
    connect(&editor, &DraftEditor::draftChanged, this, &DescriptionField::refresh);
    connect(&editor, &DraftEditor::draftBegun, this, &DescriptionField::begin);
    refresh();
}

void DescriptionField::showFault(DraftFault fault)
{
    m_message->say(Tone::Danger,
                   drafttext::fault(holdsToken(text()) ? DraftFault::TokenInDescription : fault));
    setFocus();
}

// A token never gets into the draft, which is kept in a file, nor into what could be undone: as long as one
// stands here, the draft has no description. One that is typed by hand is recognised at its 25th character or
// so; what came before is taken out of the draft, of undo and, by the DraftKeeper, of the file.
void DescriptionField::take(const QString &text)
{
    if (!holdsToken(text))
        return m_editor.setDescription(text);
    m_editor.refuseDescription();
    m_message->say(Tone::Danger, drafttext::fault(DraftFault::TokenInDescription));
}

void DescriptionField::begin()
{
    setText(m_editor.draft().description);
    refresh();
}

void DescriptionField::refresh()
{
    const QString &description = m_editor.draft().description;
    if (description.isEmpty() && holdsToken(text()))
        return;
    if (text() != description)
        setText(description);
    const QString trimmed = description.trimmed();
    const QString seen = visibleText(trimmed);
    if (seen != trimmed)
        m_message->say(Tone::Warning, drafttext::unseenCharacters(visibleText(trimmed, longestShown)));
    else if (!trimmed.isEmpty() || m_message->sentence() != drafttext::fault(DraftFault::DescriptionBlank))
        m_message->clear();
}

} // namespace tokenry
