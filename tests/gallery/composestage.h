// SPDX-License-Identifier: MIT
#pragma once

#include "compose/composepage.h"
#include "gallery/scenes.h"
#include "support/person/person.h"

#include <QTimeZone>

namespace tokenry::gallery
{

/// The page where a token is composed, with a person at it.
struct ComposeStage
{
    const QDateTime now{QDate(2026, 11, 23), QTime(14, 5), QTimeZone("Europe/Berlin")};
    DraftEditor editor;
    ComposePage page{editor, [this] {
                         return now;
                     }};
    testsupport::Person person;

    void listDatabases();
    /// The databases and a description.
    void fill();
    void tick(Action action, const QStringList &names);
    void filter(const QString &text);
    void goTo(const QString &name);
    /// Opens Paste names with the text in it.
    void paste(const QString &text);
};

using ComposeAct = std::function<void(ComposeStage &)>;

/// The page after the act; compose-NAME.
[[nodiscard]] Scene compose(const char *name, const ComposeAct &act);
/// The dialog that the act opened on the page; paste-NAME.
[[nodiscard]] Scene composeDialog(const char *name, const ComposeAct &act);

} // namespace tokenry::gallery
