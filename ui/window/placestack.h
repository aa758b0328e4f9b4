// SPDX-License-Identifier: MIT
#pragma once

#include <QStackedWidget>

namespace tokenry
{

/// The places, one on view: as high as that one needs at least, whatever the others need.
class PlaceStack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PlaceStack(QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace tokenry
