// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace tokenry
{

/// A dialog that grows with what is said in it, as far as the screen goes, so that nothing is cut off:
/// layouts reserve no room for text that wraps. It never shrinks by itself.
class GrowingDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override;
};

} // namespace tokenry
