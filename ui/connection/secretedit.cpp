// SPDX-License-Identifier: MIT
#include "connection/secretedit.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace tokenry
{

namespace
{

// The ends only: a blank in the middle is the server's to judge.
bool isEdge(char byte)
{
    return QByteArrayView(" \t\r\n\"'`").contains(byte);
}

} // namespace

SecretEdit::SecretEdit(QWidget *parent) : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setDragEnabled(false);
    setAcceptDrops(false);
    setClearButtonEnabled(true);
}

SecretEdit::~SecretEdit()
{
    forget();
}

Secret SecretEdit::secret() const
{
    QByteArray bytes = text().toUtf8();
    QByteArrayView view(bytes);
    while (!view.isEmpty() && isEdge(view.front()))
        view = view.sliced(1);
    while (!view.isEmpty() && isEdge(view.back()))
        view.chop(1);
    Secret secret = Secret::copyOf(view);
    wipe(bytes);
    return secret;
}

TokenKind SecretEdit::kind() const
{
    constexpr qsizetype telling = 24;
    QByteArray beginning = text().left(telling).toUtf8();
    qsizetype from = 0;
    while (from < beginning.size() && isEdge(beginning[from]))
        ++from;
    const TokenKind kind = tokenKind(QByteArrayView(beginning).sliced(from));
    wipe(beginning);
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
