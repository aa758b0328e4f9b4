// SPDX-License-Identifier: MIT
#include "gallery/gallery.h"

#include "gallery/scenes.h"

#include <QAbstractButton>
#include <QDir>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

namespace tokenry::gallery
{

std::vector<Scene> allScenes()
{
    std::vector<Scene> all;
    for (std::vector<Scene> some :
         {windowScenes(), connectionScenes(), importScenes(), composeScenes(), adviceScenes(), ticketScenes(),
          reviewScenes(), revealScenes(), demoScenes()})
        std::ranges::move(some, std::back_inserter(all));
    return all;
}

// Answers of the fakes come one turn of the event loop after another; the longest story has about ten.
void settle()
{
    for (int turn = 0; turn < 20; ++turn)
        QTest::qWait(0);
}

void showPage(QWidget &page)
{
    page.resize(1100, 760);
    page.show();
}

QString emptiness(const QImage &picture)
{
    if (picture.isNull())
        return QStringLiteral("there is no picture");
    QHash<QRgb, qsizetype> colors;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ++colors[picture.pixel(x, y)];
    }
    const qsizetype most = *std::ranges::max_element(colors);
    const qsizetype pixels = qsizetype(picture.width()) * picture.height();
    if (colors.size() < 16)
        return QStringLiteral("%1 colours only").arg(colors.size());
    if (most > pixels / 1000 * 995)
        return QStringLiteral("nearly all of it is of one colour");
    return {};
}

int lightnessOf(const QImage &picture)
{
    return qGray(picture.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixel(0, 0));
}

QStringList legibleTexts(const QWidget &root)
{
    QStringList texts{root.windowTitle()};
    for (const QWidget *const widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
        if (const auto *const label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        else if (const auto *const button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
        else if (const auto *const field = qobject_cast<const QLineEdit *>(widget))
            texts << field->displayText();
        else if (const auto *const pane = qobject_cast<const QPlainTextEdit *>(widget))
            texts << pane->toPlainText();
    }
    texts.removeAll(QString());
    return texts;
}

bool keep(const QImage &picture, const QString &name)
{
    const QString pictures = qEnvironmentVariable("TOKENRY_PICTURES");
    if (pictures.isEmpty())
        return true;
    const QDir directory(QDir(pictures).filePath(QStringLiteral("gallery")));
    return directory.mkpath(QStringLiteral(".")) &&
           picture.save(directory.filePath(name + QStringLiteral(".png")));
}

} // namespace tokenry::gallery
