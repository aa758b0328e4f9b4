// SPDX-License-Identifier: MIT
#include "support/person/person.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTest>

namespace tokenry::testsupport
{

namespace
{

QString nameOf(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    // A combo box is called by its entry, so its label is asked first.
    if (auto *combo = qobject_cast<QComboBox *>(widget)) {
        const auto labels = combo->window()->findChildren<QLabel *>();
        for (QLabel *label : labels) {
            if (label->buddy() == combo)
                return label->text().remove(u'&');
        }
    }
    return interface ? interface->text(QAccessible::Name).remove(u'&') : QString();
}

QString textOf(QWidget *widget)
{
    if (auto *label = qobject_cast<QLabel *>(widget))
        return label->text();
    if (auto *line = qobject_cast<QLineEdit *>(widget))
        return line->text();
    if (auto *pane = qobject_cast<QPlainTextEdit *>(widget))
        return pane->toPlainText();
    if (auto *button = qobject_cast<QAbstractButton *>(widget))
        return button->text();
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

/// The windows a person could use now: those of a modal one first.
QWidgetList windows()
{
    if (QWidget *modal = QApplication::activeModalWidget())
        return {modal};
    return QApplication::topLevelWidgets();
}

/// Without a window manager nobody gives a new window the keyboard; a person's click would.
void attendTo(QWidget *widget)
{
    QWidget *window = widget->window();
    if (!window->isActiveWindow()) {
        window->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(window));
    }
}

QWidgetList visibleWidgets()
{
    QWidgetList found;
    for (QWidget *window : windows()) {
        if (!window->isVisible())
            continue;
        found += window;
        for (QWidget *child : window->findChildren<QWidget *>()) {
            if (child->isVisible())
                found += child;
        }
    }
    return found;
}

bool fail(const QString &what)
{
    QTest::qFail(qPrintable(what), __FILE__, __LINE__);
    return false;
}

} // namespace

QWidget *Person::seek(const QString &name, const std::function<bool(QWidget *)> &accept) const
{
    for (QWidget *widget : visibleWidgets()) {
        if (accept(widget) && nameOf(widget) == name)
            return widget;
    }
    return nullptr;
}

bool Person::sees(const QString &name) const
{
    return find(name) != nullptr;
}

bool Person::reads(const QString &text) const
{
    const QWidgetList widgets = visibleWidgets();
    return std::any_of(widgets.begin(), widgets.end(),
                       [&](QWidget *widget) { return textOf(widget).contains(text); });
}

bool Person::waitFor(const QString &what, const std::function<bool()> &condition, int timeoutMs)
{
    return QTest::qWaitFor(condition, timeoutMs) || fail(u"waited in vain: "_qs + what);
}

bool Person::click(const QString &name, int timeoutMs)
{
    QAbstractButton *button = nullptr;
    if (!waitFor(
            u"button "_qs + name,
            [&] {
                button = find<QAbstractButton>(name);
                // What cannot be undone takes no click at first (GuardedButton).
                return button && button->isEnabled() && !button->property("guarded").toBool();
            },
            timeoutMs))
        return false;
    ++m_interactions;
    attendTo(button);
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool Person::type(const QString &name, const QString &text)
{
    auto *line = find<QLineEdit>(name);
    if (!line || !line->isEnabled())
        return fail(u"no field "_qs + name);
    ++m_interactions;
    attendTo(line);
    QTest::mouseClick(line, Qt::LeftButton);
    line->selectAll();
    if (text.isEmpty())
        QTest::keyClick(line, Qt::Key_Delete);
    else
        QTest::keyClicks(line, text);
    return true;
}

bool Person::tick(const QString &name, bool on)
{
    auto *button = find<QAbstractButton>(name);
    if (!button || !button->isEnabled())
        return fail(u"nothing to tick: "_qs + name);
    attendTo(button);
    if (button->isChecked() != on) {
        ++m_interactions;
        // On the mark itself: a click on the empty part of a wide check box does nothing.
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(10, button->height() / 2));
    }
    return button->isChecked() == on || fail(u"did not change: "_qs + name);
}

bool Person::choose(const QString &comboBox, const QString &entry)
{
    auto *combo = find<QComboBox>(comboBox);
    if (!combo)
        return fail(u"no chooser "_qs + comboBox);
    const int index = combo->findText(entry);
    if (index < 0)
        return fail(u"no entry "_qs + entry);
    m_interactions += 2;
    attendTo(combo);
    combo->setFocus();
    const int steps = index - combo->currentIndex();
    for (int i = 0; i < std::abs(steps); ++i)
        QTest::keyClick(combo, steps > 0 ? Qt::Key_Down : Qt::Key_Up);
    return combo->currentIndex() == index || fail(u"could not choose "_qs + entry);
}

bool Person::clickCell(const QString &table, const QString &words)
{
    auto *view = find<QTableView>(table);
    if (!view)
        return fail(u"no table "_qs + table);
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex index = model->index(row, column);
            const QString said = index.data(Qt::AccessibleTextRole).toString();
            if (said != words && !said.startsWith(words + u',') && !said.startsWith(words + u' '))
                continue;
            ++m_interactions;
            attendTo(view);
            view->scrollTo(index);
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
            return true;
        }
    }
    return fail(u"no cell "_qs + words);
}

bool Person::pick(const QString &menuButton, const QString &entry)
{
    if (!click(menuButton))
        return false;
    QMenu *menu = nullptr;
    if (!waitFor(u"the menu of "_qs + menuButton, [&] {
            menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            return menu != nullptr;
        }))
        return false;
    for (QAction *const action : menu->actions()) {
        if (!action->isEnabled() || !action->text().startsWith(entry))
            continue;
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        return true;
    }
    menu->close();
    return fail(u"no entry "_qs + entry);
}

bool Person::openTab(const QString &text)
{
    for (QWidget *widget : visibleWidgets()) {
        auto *bar = qobject_cast<QTabBar *>(widget);
        for (int i = 0; bar && i < bar->count(); ++i) {
            if (bar->tabText(i).remove(u'&') != text)
                continue;
            ++m_interactions;
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
            return true;
        }
    }
    return fail(u"no tab "_qs + text);
}

bool Person::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (QWidget *modal = QApplication::activeModalWidget()) {
        attendTo(modal);
        // The dialog may be active before one of its fields has the keyboard.
        static_cast<void>(QTest::qWaitFor([modal] {
            QWidget *const focus = QApplication::focusWidget();
            return focus && focus->window() == modal;
        }));
    }
    QWidget *widget = QApplication::focusWidget();
    if (!widget)
        return fail(u"the keyboard is nowhere"_qs);
    ++m_interactions;
    QTest::keyClick(widget, key, modifiers);
    return true;
}

void Person::photograph(const QString &name)
{
    const QString directory = qEnvironmentVariable("TOKENRY_PICTURES");
    const QWidgetList open = windows();
    const auto shown =
        std::find_if(open.begin(), open.end(), [](QWidget *widget) { return widget->isVisible(); });
    if (directory.isEmpty() || shown == open.end())
        return;
    QDir().mkpath(directory);
    // A label that just got longer has its place by then, and the layouts around it have heard of it.
    for (int outward = 0; outward < 5; ++outward)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    (*shown)->grab().save(QDir(directory).filePath(name + QStringLiteral(".png")));
}

} // namespace tokenry::testsupport
