// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ledgerentry.h"

#include <QDialog>

namespace tokenry
{

/// How to look for a creation's token without Tokenry, and what the person found: that ends the question.
/// Window-modal.
class FindingDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a candidates: the tokens that may be the one, as people read them. \a canBeAbsent: false while it may
    /// still appear.
    FindingDialog(const LedgerEntry &entry, const QStringList &candidates, bool canBeAbsent,
                  QWidget *parent = nullptr);

Q_SIGNALS:
    void found(tokenry::Finding finding);

protected:
    bool event(QEvent *event) override;

private:
    QWidget *command(const LedgerEntry &entry);
    QLayout *answers(bool canBeAbsent);
};

} // namespace tokenry
