// SPDX-License-Identifier: MIT
#include "window/placearea.h"

#include <QEvent>
#include <QLayout>

namespace tokenry
{

PlaceArea::PlaceArea(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
}

QSize PlaceArea::sizeHint() const
{
    return widget()->sizeHint();
}

QSize PlaceArea::minimumSizeHint() const
{
    constexpr int columns = 90;
    constexpr int lines = 20;
    return {fontMetrics().averageCharWidth() * columns, fontMetrics().lineSpacing() * lines};
}

bool PlaceArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void PlaceArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

// A resizable widget of QScrollArea's own would be given as much as it would like, not as little as it needs.
void PlaceArea::fit()
{
    const QLayout *const content = widget()->layout();
    const QSize least = content->totalMinimumSize();
    const int width = std::max(viewport()->width(), least.width());
    const int height =
        content->hasHeightForWidth() ? content->totalMinimumHeightForWidth(width) : least.height();
    widget()->resize(width, std::max(viewport()->height(), height));
}

} // namespace tokenry
