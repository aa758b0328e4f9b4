// SPDX-License-Identifier: MIT
#include "window/placestack.h"

#include <QLayout>
#include <QResizeEvent>

namespace tokenry
{

PlaceStack::PlaceStack(QWidget *parent) : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, &PlaceStack::updateGeometry);
}

QSize PlaceStack::minimumSizeHint() const
{
    QSize size = QStackedWidget::minimumSizeHint();
    if (const QLayout *const page = currentWidget() ? currentWidget()->layout() : nullptr)
        size.setHeight(page->hasHeightForWidth() ? page->totalMinimumHeightForWidth(width())
                                                 : page->totalMinimumSize().height());
    return size;
}

void PlaceStack::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

} // namespace tokenry
