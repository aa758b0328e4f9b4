// SPDX-License-Identifier: MIT
#pragma once

#include "domain/token.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace tokenry
{

class SecretClipboard;

/// A few tokens to look at: what they are for, until when, and their IDs to copy. Window-modal.
class TokenListDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a now is in the person's time zone; \a clipboard outlives the dialog.
    TokenListDialog(const QString &title, const std::vector<Token> &tokens, const QDateTime &now,
                    SecretClipboard &clipboard, QWidget *parent = nullptr);

private:
    void addRow(const Token &token, const QDateTime &now);
    void setUpTable();

    QTableWidget *m_table;
    QPushButton *m_copy;
};

} // namespace tokenry
