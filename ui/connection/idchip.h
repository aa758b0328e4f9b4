// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

namespace tokenry
{

class SecretClipboard;

/// An ID cut to what fits a header; in full in the tool tip, and copied on a click.
class IdChip : public QToolButton
{
    Q_OBJECT

public:
    /// \a kind is a word such as "account"; \a action names the button, such as "Copy account ID".
    IdChip(const QString &kind, const QString &action, SecretClipboard &clipboard, QWidget *parent = nullptr);

    void setId(const QString &id);
    /// For what has no short form, such as a host; cut at its end only when very long.
    void setWhole(const QString &text);

private:
    void set(const QString &id, const QString &shown);
    void copy();

    const QString m_kind;
    const QString m_action;
    QString m_id;
    SecretClipboard &m_clipboard;
};

} // namespace tokenry
