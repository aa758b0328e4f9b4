// SPDX-License-Identifier: MIT
#pragma once

#include "domain/approval.h"

#include <QWidget>

class QLineEdit;
class QScrollArea;

namespace tokenry
{

class SecretClipboard;
class StatusLine;
class SumView;

/// The request's SHA-256 in full, and a field that compares it with what an approver quoted.
class ApprovalPane : public QWidget
{
    Q_OBJECT

public:
    /// \a clipboard outlives this.
    ApprovalPane(const QString &sha256, SecretClipboard &clipboard, QWidget *parent = nullptr);

    void focusField();

Q_SIGNALS:
    void compared(tokenry::Approval approval);

private:
    void compare();

    const QString m_sha256;
    QScrollArea *m_area;
    QLineEdit *m_quoted;
    SumView *m_found;
    StatusLine *m_verdict;
};

} // namespace tokenry
