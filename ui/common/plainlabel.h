// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QString>

class QLabel;
class QWidget;

namespace tokenry
{

/// A label that wraps and never takes its text for markup.
[[nodiscard]] QLabel *plainLabel(QWidget *parent, const QString &text = {});
/// The font, larger by a factor, for headings.
[[nodiscard]] QFont scaled(QFont font, double factor, bool bold = false);

} // namespace tokenry
