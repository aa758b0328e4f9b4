// SPDX-License-Identifier: MIT
#include "gallery/cutoff.h"

#include "common/elidedlabel.h"
#include "ui/lookup.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QToolButton>

namespace tokenry::gallery
{

namespace
{

QString described(const QWidget &widget, const QString &text, const QString &fault)
{
    return QStringLiteral("%1 %2 “%3”: %4")
        .arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName(), text.left(80),
             fault);
}

/// The nearest area that the widget scrolls in; null where there is none.
const QAbstractScrollArea *areaOf(const QWidget &widget)
{
    for (const QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        if (const auto *const area = qobject_cast<const QAbstractScrollArea *>(parent))
            return area;
    }
    return nullptr;
}

/// Whether the widget may be covered in part: the person can scroll to the rest.
bool canBeReached(const QWidget &widget)
{
    for (const QAbstractScrollArea *area = areaOf(widget); area; area = areaOf(*area)) {
        if (area->verticalScrollBar()->maximum() > 0 || area->horizontalScrollBar()->maximum() > 0)
            return true;
    }
    return false;
}

/// What an item view or a text edit draws and lays out is its own business.
bool isItsAreasOwn(const QWidget &widget)
{
    for (const QAbstractScrollArea *area = areaOf(widget); area; area = areaOf(*area)) {
        if (!qobject_cast<const QScrollArea *>(area))
            return true;
    }
    return false;
}

/// Empty when the text has room.
QString missingRoom(const QWidget &widget, const QSize &needed)
{
    if (widget.width() >= needed.width() && widget.height() >= needed.height())
        return {};
    return QStringLiteral("has %1 × %2, needs %3 × %4")
        .arg(widget.width())
        .arg(widget.height())
        .arg(needed.width())
        .arg(needed.height());
}

QString faultOf(const QLabel &label)
{
    if (qobject_cast<const ElidedLabel *>(&label)) {
        return testsupport::isElided(label) && !label.toolTip().contains(label.text())
                   ? QStringLiteral("its tool tip does not say the rest")
                   : QString();
    }
    if (!label.wordWrap())
        return missingRoom(label, label.sizeHint());
    // A word longer than the line is not broken, either.
    const QRect around = label.fontMetrics().boundingRect(QRect(0, 0, label.contentsRect().width(), 100'000),
                                                          Qt::TextWordWrap, label.text());
    const int margins = label.width() - label.contentsRect().width();
    return missingRoom(label, {around.width() + margins, label.heightForWidth(label.width())});
}

// More than its text takes, a style may ask for; less is too little.
QString faultOf(const QAbstractButton &button)
{
    const QFontMetrics metrics(button.font());
    const QSize text = metrics.size(Qt::TextShowMnemonic, button.text());
    return missingRoom(button, {std::max(text.width(), button.minimumSizeHint().width()), text.height()});
}

bool isIconOnly(const QAbstractButton &button)
{
    const auto *const tool = qobject_cast<const QToolButton *>(&button);
    return tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull();
}

QString faultOf(const QComboBox &chooser)
{
    QStyleOptionComboBox option;
    option.initFrom(&chooser);
    option.editable = chooser.isEditable();
    option.frame = chooser.hasFrame();
    const QRect field =
        chooser.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &chooser);
    const int needed = chooser.fontMetrics().horizontalAdvance(chooser.currentText());
    return needed <= field.width() ? QString()
                                   : QStringLiteral("has %1, needs %2").arg(field.width()).arg(needed);
}

} // namespace

QStringList cutOff(const QWidget &root)
{
    QStringList found;
    const auto inspect = [&](const QWidget &widget, const QString &text, const QString &fault) {
        if (!fault.isEmpty())
            found << described(widget, text, fault);
        else if (widget.visibleRegion().boundingRect() != widget.rect() && !canBeReached(widget))
            found << described(widget, text, QStringLiteral("is covered in part"));
    };
    for (const QWidget *const widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible() || isItsAreasOwn(*widget))
            continue;
        const auto *const label = qobject_cast<const QLabel *>(widget);
        const auto *const button = qobject_cast<const QAbstractButton *>(widget);
        const auto *const chooser = qobject_cast<const QComboBox *>(widget);
        if (label && !label->text().isEmpty())
            inspect(*label, label->text(), faultOf(*label));
        else if (button && !button->text().isEmpty() && !isIconOnly(*button))
            inspect(*button, button->text(), faultOf(*button));
        else if (chooser)
            inspect(*chooser, chooser->currentText(), faultOf(*chooser));
    }
    return found;
}

} // namespace tokenry::gallery
