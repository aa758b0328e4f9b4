// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>

namespace tokenry::testsupport
{

/// The name a screen reader says.
inline QString spokenName(QWidget *widget)
{
    QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

/// The first child that is not hidden and bears the name; null where there is none.
template <class W>
W *named(const QWidget &root, const QString &name)
{
    for (W *const child : root.findChildren<W *>()) {
        if (child->isVisibleTo(&root) && spokenName(child) == name)
            return child;
    }
    return nullptr;
}

/// Whether the text is anywhere in what widgets keep or say to assistive technology.
inline bool keepsText(const QWidget &root, const QString &text)
{
    const QList<QWidget *> widgets = root.findChildren<QWidget *>();
    for (QWidget *const widget : widgets) {
        QStringList kept{widget->accessibleName(), widget->accessibleDescription(), widget->toolTip(),
                         widget->statusTip(), widget->whatsThis()};
        for (const char *const property : {"text", "plainText", "placeholderText", "title"})
            kept << widget->property(property).toString();
        if (QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(widget)) {
            for (const auto part :
                 {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
                kept << spoken->text(part);
        }
        for (const QString &one : std::as_const(kept)) {
            if (one.contains(text))
                return true;
        }
    }
    return false;
}

/// Whether the label's one line has less room than its text takes.
inline bool isElided(const QLabel &label)
{
    return label.fontMetrics().horizontalAdvance(label.text()) > label.contentsRect().width();
}

/// Whether every label takes its text literally.
inline bool allLabelsArePlain(const QWidget &root)
{
    for (const QLabel *const label : root.findChildren<QLabel *>()) {
        if (label->textFormat() != Qt::PlainText && !label->text().isEmpty())
            return false;
    }
    return true;
}

} // namespace tokenry::testsupport
