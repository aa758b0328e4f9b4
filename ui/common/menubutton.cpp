// SPDX-License-Identifier: MIT
#include "common/menubutton.h"

#include <QAbstractButton>
#include <QMenu>

namespace tokenry
{

void showOnClick(QAbstractButton &button, QMenu &menu)
{
    QObject::connect(&button, &QAbstractButton::clicked, &menu,
                     [&button, &menu] { menu.popup(button.mapToGlobal(button.rect().bottomLeft())); });
}

} // namespace tokenry
