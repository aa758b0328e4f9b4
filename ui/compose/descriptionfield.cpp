// SPDX-License-Identifier: MIT
#include "compose/descriptionfield.h"

#include "common/fieldmessage.h"
#include "compose/draftlineedit.h"
#include "domain/pastedtext.h"
#include "wording/drafttext.h"
#include "wording/visibletext.h"

#include <QHBoxLayout>

namespace tokenry
{

DescriptionField::DescriptionField(DraftEditor &editor, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_field(new DraftLineEdit(this)),
      m_message(new FieldMessage(m_field, this))
{
    m_field->setAccessibleName(tr("Description"));
    m_field->setPlaceholderText(tr("For example: Telegraf edge-west · team:ops · OPS-1412"));
    // Files are the window's, also where a file manager offers their paths as text.
    m_field->setAcceptDrops(false);
    setFocusProxy(m_field);
    m_message->keepPlace();
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_field);
    connect(m_field, &QLineEdit::textEdited, this, &DescriptionField::take);
    connect(m_field, &QLineEdit::editingFinished, &editor, &DraftEditor::endTyping);
    connect(&editor, &DraftEditor::draftChanged, this, &DescriptionField::refresh);
    connect(&editor, &DraftEditor::draftBegun, this, &DescriptionField::begin);
    refresh();
}

void DescriptionField::showFault(DraftFault fault)
{
    m_message->say(Tone::Danger,
                   drafttext::fault(holdsToken(m_field->text()) ? DraftFault::TokenInDescription : fault));
    m_field->setFocus();
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
    m_field->setText(m_editor.draft().description);
    refresh();
}

void DescriptionField::refresh()
{
    const QString &description = m_editor.draft().description;
    if (description.isEmpty() && holdsToken(m_field->text()))
        return;
    if (m_field->text() != description)
        m_field->setText(description);
    const QString trimmed = description.trimmed();
    const QString seen = visibleText(trimmed);
    if (seen != trimmed)
        m_message->say(Tone::Warning, drafttext::unseenCharacters(visibleText(trimmed, longestShown)));
    else if (!trimmed.isEmpty() || m_message->sentence() != drafttext::fault(DraftFault::DescriptionBlank))
        m_message->clear();
}

} // namespace tokenry
