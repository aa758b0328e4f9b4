// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

class QWidget;

namespace tokenry::gallery
{

/// What cannot be read to its end below \a root, which is on view: labels, buttons and choosers with less
/// room than their text takes, or partly outside of what is seen. Not: what lies in an area that
/// scrolls, and fields, whose text scrolls. Each entry names widget and text.
[[nodiscard]] QStringList cutOff(const QWidget &root);

} // namespace tokenry::gallery
