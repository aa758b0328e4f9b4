// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace tokenry
{

/// Technical words to read and to copy: as high as they need, up to ten lines; beyond that they scroll.
class DetailsView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DetailsView(QWidget *parent = nullptr);

    /// For a view \a width pixels wide.
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    [[nodiscard]] int heightOf(int lines) const;
};

} // namespace tokenry
