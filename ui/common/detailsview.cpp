// SPDX-License-Identifier: MIT
#include "common/detailsview.h"

#include <QFontDatabase>
#include <QResizeEvent>
#include <QTextBlock>
#include <QTextLayout>

#include <cmath>

namespace tokenry
{

namespace
{

constexpr int mostLines = 10;
constexpr int fewestLines = 3;

int linesOf(const QString &text, const QFont &font, int width, int most)
{
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(text, font);
    layout.setTextOption(wrapping);
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid() && lines < most; line = layout.createLine()) {
        line.setLineWidth(width);
        ++lines;
    }
    layout.endLayout();
    return lines;
}

} // namespace

DetailsView::DetailsView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    // Not by a height for its width: a layout never gives less than that.
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    // A layout remembers what was needed for the text before.
    connect(this, &QPlainTextEdit::textChanged, this, &DetailsView::updateGeometry);
}

void DetailsView::copyAll()
{
    selectAll();
    copy();
    moveCursor(QTextCursor::Start);
}

// By a layout of its own: the editor's is made only for what is seen already.
int DetailsView::linesOfText(int most) const
{
    const int margin = static_cast<int>(std::ceil(document()->documentMargin()));
    const int around = 2 * (frameWidth() + margin);
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < most; block = block.next())
        lines += linesOf(block.text(), font(), width() - around, most - lines);
    return lines;
}

void DetailsView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

int DetailsView::heightOf(int lines) const
{
    const int margin = static_cast<int>(std::ceil(document()->documentMargin()));
    // With less than a margin to spare the editor believes that there is something to scroll to.
    const int around = 2 * frameWidth() + 3 * margin + 2;
    return lines * fontMetrics().lineSpacing() + around;
}

QSize DetailsView::sizeHint() const
{
    return {QPlainTextEdit::sizeHint().width(), heightOf(linesOfText(mostLines))};
}

QSize DetailsView::minimumSizeHint() const
{
    return {QPlainTextEdit::minimumSizeHint().width(), heightOf(linesOfText(fewestLines))};
}

} // namespace tokenry
