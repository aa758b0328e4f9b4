// SPDX-License-Identifier: MIT
#include "connection/secretedit.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>

#include <algorithm>
#include <array>

namespace tokenry
{

namespace
{

/// What comes along when a token is copied, in UTF-8: blanks, quotes, brackets, and the no-break and
/// zero-width characters of web pages and chats.
constexpr auto edges = std::to_array<QByteArrayView>(
    {" ", "\t", "\r", "\n",     "\"",     "'",      "`",      "{",      "}",      "<",
     ">", ",",  ";",  "\u00a0", "\u200b", "\u200c", "\u200d", "\u202f", "\u2060", "\ufeff"});

// The ends only: what a token with a blank in the middle was meant to be is not ours to guess.
QByteArrayView withoutEdges(QByteArrayView bytes)
{
    const auto strip = [&](QByteArrayView edge) {
        if (bytes.startsWith(edge))
            bytes = bytes.sliced(edge.size());
        else if (bytes.endsWith(edge))
            bytes.chop(edge.size());
        else
            return false;
        return true;
    };
    while (std::ranges::any_of(edges, strip))
        continue;
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
