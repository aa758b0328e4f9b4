// SPDX-License-Identifier: MIT
#include "gallery/composestage.h"
#include "gallery/samples.h"
#include "gallery/scenes.h"
#include "grid/permissiongrid.h"

namespace tokenry::gallery
{

namespace
{

std::vector<Scene> listScenes()
{
    return {
        compose("loading", [](ComposeStage &stage) { stage.page.showList(ListState::Loading); }),
        compose("no-databases", [](ComposeStage &stage) { stage.page.showList(ListState::Read); }),
        compose("not-read", [](ComposeStage &stage) { stage.page.showList(ListState::NotRead); }),
        compose("no-match",
                [](ComposeStage &stage) {
                    stage.fill();
                    stage.filter(u"billing_ev2"_qs);
                }),
    };
}

void permitSome(ComposeStage &stage)
{
    stage.fill();
    stage.tick(Action::Read, {u"billing"_qs, u"billing_events"_qs, u"billing_ev"_qs, u"crm"_qs});
    stage.tick(Action::Write, {u"billing_events"_qs});
    stage.goTo(u"billing_archive"_qs);
}

void filterAndTick(ComposeStage &stage)
{
    stage.fill();
    stage.tick(Action::Read, {u"crm"_qs, u"crm_raw"_qs});
    stage.filter(u"bill* -test"_qs);
    stage.person.tick(u"Read, visible databases"_qs);
    stage.tick(Action::Write, {u"billing_events"_qs});
    stage.editor.undo();
}

void permitOddNames(ComposeStage &stage)
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

void permitLongNames(ComposeStage &stage)
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
        compose("blank", [](ComposeStage &stage) { stage.listDatabases(); }),
        compose("permitted", permitSome),
        compose("filtered", filterAndTick),
        compose("strange-names", permitOddNames),
        compose("long-names", permitLongNames),
        compose("write-all",
                [](ComposeStage &stage) {
                    stage.fill();
                    stage.tick(Action::Write, {u"crm"_qs});
                    stage.tick(Action::Read, {u"crm"_qs});
                    stage.editor.setAllDatabases(Action::Write, true);
                }),
        compose("both-all",
                [](ComposeStage &stage) {
                    stage.fill();
                    stage.editor.setAllDatabases(Action::Read, true);
                    stage.editor.setAllDatabases(Action::Write, true);
                }),
        compose("never",
                [](ComposeStage &stage) {
                    stage.fill();
                    stage.editor.setExpiry({ExpiryChoice::Kind::Never, 90, {}});
                }),
        compose("faults",
                [](ComposeStage &stage) {
                    stage.listDatabases();
                    stage.editor.setExpiry({ExpiryChoice::Kind::OnDate, 90, stage.now.addDays(-1)});
                    stage.person.click(u"Review…"_qs);
                }),
        compose("name-refused",
                [](ComposeStage &stage) {
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
