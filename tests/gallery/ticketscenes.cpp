// SPDX-License-Identifier: MIT
#include "gallery/composestage.h"
#include "gallery/samples.h"
#include "grid/permissiongrid.h"

namespace tokenry::gallery
{

namespace
{

// As it may stand in a ticket.
QString ticket()
{
    return u"Hi, Grafana in the turbine hall needs these please:\n\n"
           "- billing rw\n- billing_events rw\n- crm\n- crm_raw\n- edge_west\n- edge_west_1h\n- weather\n"
           "- telegraf/autogen w\n"_qs;
}

QString ticketList()
{
    return u"billing rw\nbilling_events rw\ncrm\ncrm_raw\nedge_west\nedge_west_1h\nweather\n"
           "telegraf/autogen w\nfleet, fleet_raw r\n"_qs;
}

QString strangeList()
{
    return strangeName() + u'\n' + longName() + u'\n' + longName().chopped(1) + u"7\n"_qs + longName() +
           u"_and_on rw\n*\n<b>billing</b>\nnot\u2028listed\nbil\u202eling\n"_qs;
}

QString veryLong()
{
    QStringList names;
    for (const Database &database : databases())
        names += database.name + (names.size() % 3 == 0 ? u" rw"_qs : QString());
    for (int i = 0; i < 40; ++i)
        names += u"another_cluster_%1"_qs.arg(i);
    names += u"wether_raw"_qs;
    return names.join(u'\n');
}

std::vector<Scene> pasteScenes()
{
    return {
        composeDialog("empty",
                      [](ComposeStage &stage) {
                          stage.fill();
                          stage.paste({});
                      }),
        composeDialog("matched",
                      [](ComposeStage &stage) {
                          stage.fill();
                          stage.paste(ticketList());
                      }),
        composeDialog("near",
                      [](ComposeStage &stage) {
                          stage.fill();
                          stage.paste(ticketList() + u"billing_ev\nCRM_AUDIT\nwether_raw rw\n"_qs);
                      }),
        composeDialog("near-used",
                      [](ComposeStage &stage) {
                          stage.fill();
                          stage.paste(u"billing_ev r\nwether_raw rw\n"_qs + ticketList());
                          stage.person.click(u"Use billing_events"_qs);
                      }),
        composeDialog("unknown",
                      [](ComposeStage &stage) {
                          stage.fill();
                          stage.paste(ticketList() + u"billing_ev\nwarehouse_old\nwarehouse_new rw\n"_qs);
                      }),
        composeDialog("unknown-added",
                      [](ComposeStage &stage) {
                          stage.fill();
                          stage.paste(ticketList() + u"warehouse_old\nwarehouse_new rw\n"_qs);
                          stage.person.tick(u"Add names that are not on this cluster"_qs);
                      }),
        composeDialog("not-read", [](ComposeStage &stage) { stage.paste(ticketList()); }),
        composeDialog("sentence",
                      [](ComposeStage &stage) {
                          stage.fill();
                          stage.paste(ticket());
                      }),
        composeDialog("nothing-permitted",
                      [](ComposeStage &stage) {
                          stage.fill();
                          stage.paste(u"billing\ncrm\n"_qs);
                          stage.person.tick(u"Read by default"_qs, false);
                      }),
        composeDialog("strange-names",
                      [](ComposeStage &stage) {
                          stage.fill();
                          stage.paste(strangeList());
                      }),
        composeDialog("very-long",
                      [](ComposeStage &stage) {
                          stage.fill();
                          stage.paste(veryLong());
                      }),
    };
}

void permitTicket(ComposeStage &stage)
{
    stage.listDatabases();
    stage.paste(ticketList() + u"warehouse_old\n"_qs);
    stage.person.tick(u"Add names that are not on this cluster"_qs);
    stage.person.click(u"Permit"_qs);
    settle();
}

std::vector<Scene> pageScenes()
{
    return {
        compose("pasted", permitTicket),
        compose("show-permitted",
                [](ComposeStage &stage) {
                    permitTicket(stage);
                    stage.person.click(u"Show permitted"_qs);
                }),
        compose("show-permitted-empty",
                [](ComposeStage &stage) {
                    stage.fill();
                    stage.person.click(u"Show permitted"_qs);
                }),
        compose("show-permitted-no-match",
                [](ComposeStage &stage) {
                    permitTicket(stage);
                    stage.person.click(u"Show permitted"_qs);
                    stage.filter(u"factory"_qs);
                }),
        compose("show-problems",
                [](ComposeStage &stage) {
                    permitTicket(stage);
                    stage.person.click(u"Show problems"_qs);
                }),
        compose("show-problems-empty",
                [](ComposeStage &stage) {
                    stage.editor.setCatalog(std::make_shared<const DatabaseCatalog>(
                        std::vector<Database>{{u"billing"_qs, {}}, {u"crm"_qs, {}}}));
                    stage.page.showList(ListState::Read);
                    stage.person.click(u"Show problems"_qs);
                }),
        compose("preset",
                [](ComposeStage &stage) {
                    permitTicket(stage);
                    stage.person.choose(u"Start from"_qs, u"Telegraf writer"_qs);
                }),
        compose("preset-wildcard",
                [](ComposeStage &stage) {
                    permitTicket(stage);
                    stage.person.tick(u"Write all databases"_qs);
                    stage.person.choose(u"Start from"_qs, u"Grafana reader"_qs);
                }),
        compose("token-in-fields",
                [](ComposeStage &stage) {
                    // Pasted where it does not belong, it is legible there: not the token that no picture may
                    // show.
                    const QString token = u"apiv1_"_qs + u"fake"_qs.repeated(16);
                    stage.person.type(u"Description"_qs, token);
                    stage.filter(token);
                }),
        compose("suggestion",
                [](ComposeStage &stage) {
                    permitTicket(stage);
                    stage.person.click(u"Use suggestion"_qs);
                    stage.person.click(u"Show permitted"_qs);
                }),
        compose("hidden",
                [](ComposeStage &stage) {
                    permitTicket(stage);
                    stage.filter(u"factory"_qs);
                }),
    };
}

} // namespace

std::vector<Scene> ticketScenes()
{
    std::vector<Scene> scenes = pasteScenes();
    std::ranges::move(pageScenes(), std::back_inserter(scenes));
    return scenes;
}

} // namespace tokenry::gallery
