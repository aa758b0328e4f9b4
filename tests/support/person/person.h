// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

class QTableView;

namespace tokenry::testsupport
{

/// Someone at the window, who finds things by the names that a screen reader says and uses the mouse and the
/// keyboard. What cannot be found, seen or used fails the test (QTest::qFail) and gives false or null.
class Person
{
public:
    /// Looks only at windows that are open when something is asked for.
    Person() = default;

    /// The visible widget with the accessible name (its own, its label's, or its text), of the class if one
    /// is given.
    template <class W = QWidget>
    [[nodiscard]] W *find(const QString &name) const
    {
        return qobject_cast<W *>(
            seek(name, [](QWidget *widget) { return qobject_cast<W *>(widget) != nullptr; }));
    }
    [[nodiscard]] bool sees(const QString &name) const;
    /// Whether the text stands anywhere on a visible label, message or field.
    [[nodiscard]] bool reads(const QString &text) const;

    /// Waits for it to be there, enabled and past its guard, then presses it with the mouse.
    bool click(const QString &name, int timeoutMs = 10'000);
    /// Replaces what is in the field.
    bool type(const QString &name, const QString &text);
    /// Makes a check box or radio button so.
    bool tick(const QString &name, bool on = true);
    bool choose(const QString &comboBox, const QString &entry);
    /// Clicks a cell of the table whose accessible text begins with the words.
    bool clickCell(const QString &table, const QString &words);
    /// Opens the menu of the button and clicks the entry, which begins with the words.
    bool pick(const QString &menuButton, const QString &entry);
    /// Opens the tab with the text.
    bool openTab(const QString &text);
    /// Presses the keys where the keyboard is.
    bool press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// How often the mouse was pressed, an entry chosen (two: it opens the list), a text typed or keys
    /// pressed together.
    [[nodiscard]] int interactions() const { return m_interactions; }
    bool waitFor(const QString &what, const std::function<bool()> &condition, int timeoutMs = 20'000);

    /// Saves a picture of the window that is on top into the directory of TOKENRY_PICTURES; nothing without
    /// it.
    static void photograph(const QString &name);

private:
    [[nodiscard]] QWidget *seek(const QString &name, const std::function<bool(QWidget *)> &accept) const;

    int m_interactions = 0;
};

} // namespace tokenry::testsupport
