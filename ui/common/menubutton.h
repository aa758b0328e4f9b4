// SPDX-License-Identifier: MIT
#pragma once

class QAbstractButton;
class QMenu;

namespace tokenry
{

/// A click on the button shows the menu below it. Not setMenu(): a button's own menu runs an event loop of
/// its own.
void showOnClick(QAbstractButton &button, QMenu &menu);

} // namespace tokenry
