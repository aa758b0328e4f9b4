// SPDX-License-Identifier: MIT
#include "review/codepane.h"

#include "common/secretclipboard.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace tokenry
{

CodePane::CodePane(const Content &content, SecretClipboard &clipboard, QWidget *parent)
    : QWidget(parent), m_note(new QLabel(content.note, this))
{
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *const editor = new QPlainTextEdit(this);
    editor->setReadOnly(true);
    editor->setUndoRedoEnabled(false);
    editor->setTabChangesFocus(true);
    editor->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    editor->setLineWrapMode(content.wraps ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    editor->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    editor->setPlainText(content.text);
    //: %1 is JSON, curl or influxctl
    editor->setAccessibleName(tr("%1 text").arg(content.name));
    editor->setObjectName(content.name);

    auto *const copy = new QPushButton(tr("Copy"), this);
    copy->setAutoDefault(false);
    //: %1 is JSON, curl or influxctl
    copy->setAccessibleName(tr("Copy %1").arg(content.name));
    // Not through the editor, which changes some characters; the texts escape those that it is known to.
    connect(copy, &QPushButton::clicked, this,
            [&clipboard, text = content.text] { clipboard.copyText(text); });

    auto *const layout = new QGridLayout(this);
    // In line with the tabs above and the table beside it.
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_note, 0, 0);
    layout->addWidget(copy, 0, 1, Qt::AlignTop);
    layout->addWidget(editor, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
}

// Tabs do not ask what height a width needs: in a small window the note would be cut off.
void CodePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    m_note->setMinimumHeight(m_note->heightForWidth(m_note->width()));
}

} // namespace tokenry
