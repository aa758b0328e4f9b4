// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace tokenry::gallery
{

/// A widget on view, and whatever has to live as long as it does.
struct Exhibit
{
    std::shared_ptr<void> stage;
    QWidget *widget;
};

/// One state of one place or dialog. make() shows it, as large as it is to be photographed, and brings it
/// into its state, from fixed inputs only.
struct Scene
{
    QString name;
    std::function<Exhibit()> make;
};

/// Every scene there is, in the order of the story.
[[nodiscard]] std::vector<Scene> allScenes();

/// Lets everything happen that is due: answers, layouts, what was deleted.
void settle();
/// A page alone, as large as it is in the window.
void showPage(QWidget &page);

/// Why the picture cannot be one of anything; empty when it can.
[[nodiscard]] QString emptiness(const QImage &picture);
/// The average from 0 (black) to 255.
[[nodiscard]] int lightnessOf(const QImage &picture);
/// All that can be read in the widget: labels, buttons, panes, and fields as they are displayed.
[[nodiscard]] QStringList legibleTexts(const QWidget &root);
/// Saves the picture below the directory of TOKENRY_PICTURES; nothing without it.
[[nodiscard]] bool keep(const QImage &picture, const QString &name);

} // namespace tokenry::gallery
