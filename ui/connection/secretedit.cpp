// SPDX-License-Identifier: MIT
#include "connection/secretedit.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>

namespace tokenry
{

SecretEdit::SecretEdit(QWidget *parent) : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setDragEnabled(false);
    setAcceptDrops(false);
    // Not the field's own clear button: what that takes away stays in the history.
    QAction *const clear = addAction(style()->standardIcon(QStyle::SP_LineEditClearButton, nullptr, this),
                                     QLineEdit::TrailingPosition);
    clear->setText(tr("Clear"));
    clear->setVisible(false);
    connect(clear, &QAction::triggered, this, &SecretEdit::forget);
    connect(this, &QLineEdit::textChanged, clear, [this, clear] { clear->setVisible(!text().isEmpty()); });
}

SecretEdit::~SecretEdit()
{
    forget();
}

// What a token with a blank in the middle was meant to be is not ours to guess.
QByteArray SecretEdit::token() const
{
    const QString shared = text();
    return withoutEdges(shared).toUtf8();
}

Secret SecretEdit::secret() const
{
    QByteArray bytes = token();
    Secret secret = Secret::copyOf(bytes);
    wipe(bytes);
    return secret;
}

TokenKind SecretEdit::kind() const
{
    QByteArray bytes = token();
    const TokenKind kind = tokenKind(bytes);
    wipe(bytes);
    return kind;
}

void SecretEdit::forget()
{
    QString text = QLineEdit::text();
    // setText, not clear(): clear() can be undone.
    setText({});
    wipe(text);
}

void SecretEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SecretEdit::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Paste"), this, &QLineEdit::paste);
    menu->addAction(tr("Clear"), this, &SecretEdit::forget);
    menu->popup(event->globalPos());
}

} // namespace tokenry
