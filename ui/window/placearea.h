// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

namespace tokenry
{

/// What lies below the header. Where it needs more room than there is, it scrolls: the window keeps the size
/// that the person gave it, whatever comes up.
class PlaceArea : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes the content over; it has a layout.
    explicit PlaceArea(QWidget *content, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

} // namespace tokenry
