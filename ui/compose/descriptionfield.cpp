// SPDX-License-Identifier: MIT
#include "compose/descriptionfield.h"

#include "compose/draftlineedit.h"
#include "compose/fieldmessage.h"
#include "wording/drafttext.h"
#include "wording/visibletext.h"

#include <QVBoxLayout>

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
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_field);
    column->addWidget(m_message);
    connect(m_field, &QLineEdit::textEdited, &editor, &DraftEditor::setDescription);
    connect(m_field, &QLineEdit::editingFinished, &editor, &DraftEditor::endTyping);
    connect(&editor, &DraftEditor::draftChanged, this, &DescriptionField::refresh);
    refresh();
}

void DescriptionField::showFault()
{
    m_message->say(Tone::Danger, drafttext::fault(DraftFault::DescriptionBlank));
    m_field->setFocus();
}

void DescriptionField::refresh()
{
    const QString &description = m_editor.draft().description;
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
