// SPDX-License-Identifier: MIT
#include "connection/idchip.h"

#include "common/secretclipboard.h"
#include "wording/profiletext.h"
#include "wording/visibletext.h"

#include <QToolTip>

namespace tokenry
{

IdChip::IdChip(const QString &kind, const QString &action, SecretClipboard &clipboard, QWidget *parent)
    : QToolButton(parent), m_kind(kind), m_action(action), m_clipboard(clipboard)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(action);
    connect(this, &QToolButton::clicked, this, &IdChip::copy);
}

void IdChip::setId(const QString &id)
{
    set(id, shortId(id));
}

void IdChip::setWhole(const QString &text)
{
    constexpr qsizetype longest = 32;
    set(text, visibleText(text, longest));
}

void IdChip::set(const QString &id, const QString &shown)
{
    m_id = id;
    setText(m_kind + u' ' + shown);
    setAccessibleDescription(id);
    setToolTip(QStringLiteral("%1\n%2")
                   .arg(visibleText(id), m_action)
                   .toHtmlEscaped()
                   .replace(u'\n', QLatin1String("<br>")));
}

void IdChip::copy()
{
    m_clipboard.copyText(m_id);
    QToolTip::showText(mapToGlobal(rect().bottomLeft()), tr("Copied"), this);
}

} // namespace tokenry
