// SPDX-License-Identifier: MIT
#pragma once

#include "common/growingdialog.h"
#include "domain/ledgerentry.h"

class QPushButton;

namespace tokenry
{

class MessageBar;

/// How to look for a creation's token without Tokenry, and what the person found: that ends the question.
/// Window-modal.
class FindingDialog : public GrowingDialog
{
    Q_OBJECT

public:
    /// \a candidates: the tokens that may be the one, as people read them. \a canBeAbsent: false while it may
    /// still appear.
    FindingDialog(const LedgerEntry &entry, const QStringList &candidates, bool canBeAbsent,
                  QWidget *parent = nullptr);

    /// The button that leads here, in the message that asks what became of the token.
    static QPushButton *addButton(MessageBar &bar);

Q_SIGNALS:
    void found(tokenry::Finding finding);

private:
    QWidget *command(const LedgerEntry &entry);
    QLayout *answers(bool canBeAbsent);
};

} // namespace tokenry
