// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QString>

class QLabel;
class QWidget;

namespace tokenry
{

/// The text, with places to break words of more than 64 characters, which a label would let out of its window
/// otherwise. For what is shown only: the places (U+200B) go along when it is copied.
[[nodiscard]] QString breakable(const QString &text);
/// A label that wraps and never takes its text for markup.
[[nodiscard]] QLabel *plainLabel(QWidget *parent, const QString &text = {});
/// The text for a tool tip, which would take some texts for markup otherwise.
[[nodiscard]] QString asToolTip(const QString &text);
/// The font, larger by a factor, for headings.
[[nodiscard]] QFont scaled(QFont font, double factor, bool bold = false);

} // namespace tokenry
