// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace tokenry
{

/// What a token is called, at the head of a page or dialog: its beginning where it is very long, more of it
/// in the tool tip.
[[nodiscard]] QLabel *descriptionLabel(QWidget *parent, const QString &description);

} // namespace tokenry
