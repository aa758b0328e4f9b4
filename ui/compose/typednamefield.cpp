// SPDX-License-Identifier: MIT
#include "compose/typednamefield.h"

#include "common/fieldmessage.h"
#include "domain/pastedtext.h"
#include "wording/drafttext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace tokenry
{

TypedNameField::TypedNameField(DraftEditor &editor, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_name(new QLineEdit(this)),
      m_message(new FieldMessage(m_name, this))
{
    auto *const label = new QLabel(tr("Name to add:"), this);
    label->setBuddy(m_name);
    m_name->setAccessibleName(tr("Name to add"));
    m_name->setPlaceholderText(tr("The exact name of a database that is not listed"));
    // Files are the window's.
    m_name->setAcceptDrops(false);
    auto *const add = new QPushButton(tr("Add"), this);
    add->setAccessibleName(tr("Add name"));
    auto *const cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(tr("Cancel adding a name"));
    setFocusProxy(m_name);

    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_name, 1);
    row->addWidget(add);
    row->addWidget(cancel);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_message);

    connect(add, &QPushButton::clicked, this, &TypedNameField::add);
    connect(m_name, &QLineEdit::returnPressed, this, &TypedNameField::add);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        if (!refuseToken())
            m_message->clear();
    });
    connect(cancel, &QPushButton::clicked, this, &TypedNameField::close);
    hide();
}

void TypedNameField::open(const QString &name)
{
    m_name->setText(name);
    m_name->selectAll();
    show();
    m_name->setFocus();
    if (!refuseToken())
        m_message->clear();
}

// Names are kept in the draft's file.
bool TypedNameField::refuseToken()
{
    if (!holdsToken(m_name->text()))
        return false;
    m_message->say(Tone::Danger, drafttext::tokenAmongNames());
    return true;
}

void TypedNameField::add()
{
    if (refuseToken())
        return;
    // A line's end comes along when a name is copied, and the field shows it as a blank.
    const auto row = m_editor.addTyped(m_name->text().trimmed());
    if (!row) {
        m_message->say(Tone::Danger, drafttext::fault(row.error()));
        m_name->setFocus();
        return;
    }
    hide();
    Q_EMIT added(*row);
}

void TypedNameField::close()
{
    hide();
    Q_EMIT closed();
}

void TypedNameField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace tokenry
