// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace tokenry
{

/// Technical words to read and to copy: as high as they need, up to ten lines, and less where there is no
/// room; beyond that they scroll.
class DetailsView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DetailsView(QWidget *parent = nullptr);

    /// Through the editor: the clipboard itself has one owner elsewhere.
    void copyAll();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// In the width that it has, up to so many.
    [[nodiscard]] int linesOfText(int most) const;
    [[nodiscard]] int heightOf(int lines) const;
};

} // namespace tokenry
