// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace tokenry
{

/// One line of plain text that takes the room there is: what does not fit is left out, with dots in its
/// place. Its owner puts the whole into the tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tokenry
