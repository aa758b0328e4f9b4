// SPDX-License-Identifier: MIT
#include "connection/secretedit.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>

namespace tokenry
{

namespace
{

// The ends only: what a token with a blank in the middle was meant to be is not ours to guess.
QByteArrayView withoutEdges(QByteArrayView bytes)
{
    constexpr QByteArrayView edges(" \t\r\n\"'`");
    while (!bytes.isEmpty() && edges.contains(bytes.front()))
        bytes = bytes.sliced(1);
    while (!bytes.isEmpty() && edges.contains(bytes.back()))
        bytes.chop(1);
    return bytes;
}

} // namespace

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

Secret SecretEdit::secret() const
{
    QByteArray bytes = text().toUtf8();
    Secret secret = Secret::copyOf(withoutEdges(bytes));
    wipe(bytes);
    return secret;
}

TokenKind SecretEdit::kind() const
{
    QByteArray bytes = text().toUtf8();
    const TokenKind kind = tokenKind(withoutEdges(bytes));
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
