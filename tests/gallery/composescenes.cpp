// SPDX-License-Identifier: MIT
#include "compose/composepage.h"
#include "gallery/samples.h"
#include "gallery/scenes.h"
#include "grid/permissiongrid.h"
#include "support/person/person.h"

#include <QLineEdit>
#include <QTest>
#include <QTimeZone>

namespace tokenry::gallery
{

namespace
{

struct Stage
{
    const QDateTime now{QDate(2026, 11, 23), QTime(14, 5), QTimeZone("Europe/Berlin")};
    DraftEditor editor;
    ComposePage page{editor, [this] {
                         return now;
                     }};
    testsupport::Person person;

    void listDatabases()
    {
        editor.setCatalog(catalog());
        page.showList(ListState::Read);
    }

    void fill()
    {
        listDatabases();
        editor.setDescription(description());
    }

    void tick(Action action, const QStringList &names)
    {
        std::vector<DraftEditor::Row> rows;
        for (const QString &name : names)
            rows.push_back(*editor.addTyped(name));
        editor.tick(action, rows, true);
    }

    void filter(const QString &text) { person.find<QLineEdit>(u"Filter databases"_qs)->setText(text); }
    void goTo(const QString &name) { page.grid()->goTo(*editor.selection().find(name)); }
};

Scene compose(const char *name, const std::function<void(Stage &)> &act)
{
    return {u"compose-"_qs + QLatin1String(name), [act]() -> Exhibit {
                const auto stage = std::make_shared<Stage>();
                showPage(stage->page);
                act(*stage);
                settle();
                return {stage, &stage->page};
            }};
}

std::vector<Scene> listScenes()
{
    return {
        compose("loading", [](Stage &stage) { stage.page.showList(ListState::Loading); }),
        compose("no-databases", [](Stage &stage) { stage.page.showList(ListState::Read); }),
        compose("not-read", [](Stage &stage) { stage.page.showList(ListState::NotRead); }),
        compose("no-match",
                [](Stage &stage) {
                    stage.fill();
                    stage.filter(u"billing_ev2"_qs);
                }),
    };
}

void permitSome(Stage &stage)
{
    stage.fill();
    stage.tick(Action::Read, {u"billing"_qs, u"billing_events"_qs, u"billing_ev"_qs, u"crm"_qs});
    stage.tick(Action::Write, {u"billing_events"_qs});
    stage.goTo(u"billing_archive"_qs);
}

void filterAndTick(Stage &stage)
{
    stage.fill();
    stage.tick(Action::Read, {u"crm"_qs, u"crm_raw"_qs});
    stage.filter(u"bill* -test"_qs);
    stage.person.tick(u"Read, visible databases"_qs);
    stage.tick(Action::Write, {u"billing_events"_qs});
    stage.editor.undo();
}

void permitOddNames(Stage &stage)
{
    stage.listDatabases();
    stage.editor.setDescription(strangeDescription());
    const QString unlisted = u"not\u2028listed\u00a0"_qs;
    stage.tick(Action::Read, {longName(), strangeName(), unlisted, u"telegraf/autogen"_qs});
    stage.tick(Action::Write, {strangeName()});
    stage.filter(u"evil* aggreg* not* tele*/*"_qs);
    stage.filter({});
    stage.goTo(strangeName());
}

void permitLongNames(Stage &stage)
{
    stage.listDatabases();
    stage.editor.setDescription(longDescription());
    QStringList names{longName()};
    for (int i = 10; i < 30; ++i)
        names << longName().chopped(2) + QString::number(i);
    stage.tick(Action::Read, names);
    stage.tick(Action::Write, names);
    stage.goTo(longName());
}

std::vector<Scene> draftScenes()
{
    return {
        compose("blank", [](Stage &stage) { stage.listDatabases(); }),
        compose("permitted", permitSome),
        compose("filtered", filterAndTick),
        compose("strange-names", permitOddNames),
        compose("long-names", permitLongNames),
        compose("write-all",
                [](Stage &stage) {
                    stage.fill();
                    stage.tick(Action::Write, {u"crm"_qs});
                    stage.tick(Action::Read, {u"crm"_qs});
                    stage.editor.setAllDatabases(Action::Write, true);
                }),
        compose("both-all",
                [](Stage &stage) {
                    stage.fill();
                    stage.editor.setAllDatabases(Action::Read, true);
                    stage.editor.setAllDatabases(Action::Write, true);
                }),
        compose("never",
                [](Stage &stage) {
                    stage.fill();
                    stage.editor.setExpiry({ExpiryChoice::Kind::Never, 90, {}});
                }),
        compose("faults",
                [](Stage &stage) {
                    stage.listDatabases();
                    stage.editor.setExpiry({ExpiryChoice::Kind::OnDate, 90, stage.now.addDays(-1)});
                    stage.person.click(u"Review…"_qs);
                }),
        compose("name-refused",
                [](Stage &stage) {
                    stage.fill();
                    stage.person.click(u"Add a name…"_qs);
                    stage.person.type(u"Name to add"_qs, u"*"_qs);
                    stage.person.click(u"Add name"_qs);
                }),
    };
}

} // namespace

std::vector<Scene> composeScenes()
{
    std::vector<Scene> scenes = draftScenes();
    std::ranges::move(listScenes(), std::back_inserter(scenes));
    return scenes;
}

} // namespace tokenry::gallery
