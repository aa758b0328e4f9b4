// SPDX-License-Identifier: MIT
#include "common/growingdialog.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace tokenry
{

bool GrowingDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && layout()) {
        const int needed =
            std::min(layout()->totalHeightForWidth(width()), screen()->availableGeometry().height());
        if (needed > height())
            resize(width(), needed);
    }
    return handled;
}

} // namespace tokenry
