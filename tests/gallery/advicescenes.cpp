// SPDX-License-Identifier: MIT
#include "common/secretclipboard.h"
#include "common/tokenlistdialog.h"
#include "compose/composepage.h"
#include "gallery/samples.h"
#include "gallery/scenes.h"
#include "grid/permissiongrid.h"
#include "review/reviewpage.h"
#include "support/fakes/issuancescene.h"
#include "support/tokensamples.h"

#include <QGuiApplication>
#include <QLabel>
#include <QTimeZone>

namespace tokenry::gallery
{

namespace
{

using testsupport::accessOf;
using testsupport::IssuanceScene;
using testsupport::tokenOf;

QDateTime afternoon()
{
    return {QDate(2026, 11, 23), QTime(14, 5), QTimeZone("Europe/Berlin")};
}

std::vector<Token> tokens()
{
    std::vector<Token> all{tokenOf(description(), u"w:edge_west"_qs),
                           tokenOf(u"Telegraf edge-west, before the move"_qs, u"w:edge_west"_qs),
                           tokenOf(u"Backup, every night"_qs, u"r:*"_qs),
                           tokenOf(strangeDescription(), u"r:billing w:billing r:billing_archive"_qs),
                           tokenOf(longDescription(), u"w:crm w:billing_audit r:billing"_qs)};
    for (int i = 1; i <= 17; ++i)
        all.push_back(tokenOf(u"Grafana billing · team %1"_qs.arg(i), u"r:billing r:billing_events"_qs));
    all[1].expiresAt = afternoon().addDays(41);
    return all;
}

struct ComposeStage
{
    DraftEditor editor;
    ComposePage page{editor, afternoon};

    void tick(Action action, const QStringList &names)
    {
        std::vector<DraftEditor::Row> rows;
        for (const QString &name : names)
            rows.push_back(*editor.addTyped(name));
        editor.tick(action, rows, true);
    }
};

using ComposeStep = std::function<void(ComposeStage &)>;
using Draft = std::function<void(TokenDraft &)>;

Scene compose(const char *name, const ComposeStep &act, bool tokensKnown = true)
{
    return {u"advice-"_qs + QLatin1String(name), [=]() -> Exhibit {
                const auto stage = std::make_shared<ComposeStage>();
                stage->editor.setCatalog(catalog());
                stage->editor.setDescription(u"Nightly export"_qs);
                stage->page.showList(ListState::Read);
                stage->page.showAccess(tokensKnown ? accessOf(tokens()) : nullptr);
                showPage(stage->page);
                act(*stage);
                settle();
                return {stage, &stage->page};
            }};
}

std::vector<DraftEditor::Row> everyRow(const DraftEditor &editor)
{
    std::vector<DraftEditor::Row> rows;
    for (DraftEditor::Row row = 0; row < editor.selection().catalog().size(); ++row)
        rows.push_back(row);
    return rows;
}

std::vector<Scene> formScenes()
{
    return {
        compose("write-all",
                [](ComposeStage &stage) {
                    stage.editor.setAllDatabases(Action::Write, true);
                    stage.editor.setExpiry({ExpiryChoice::Kind::Never, 0, {}});
                    stage.editor.setDescription(description());
                    stage.tick(Action::Write, {u"crm"_qs});
                }),
        compose("read-all",
                [](ComposeStage &stage) {
                    stage.tick(Action::Read, {u"crm"_qs, u"billing"_qs});
                    stage.editor.setAllDatabases(Action::Read, true);
                }),
        compose("missing",
                [](ComposeStage &stage) {
                    stage.tick(Action::Read, {u"billing"_qs, u"billing_ev"_qs});
                    stage.editor.setExpiry({ExpiryChoice::Kind::AfterDays, 500, {}});
                    stage.page.grid()->goTo(*stage.editor.selection().find(u"billing_ev"_qs));
                }),
        compose("missing-many",
                [](ComposeStage &stage) {
                    stage.tick(Action::Write, {longName().chopped(1) + u'5', u"billing_ev"_qs, u"crm_old"_qs,
                                               strangeName().chopped(1)});
                }),
        compose("same",
                [](ComposeStage &stage) {
                    stage.editor.setDescription(description());
                    stage.tick(Action::Write, {u"edge_west"_qs});
                }),
        compose("every-database",
                [](ComposeStage &stage) {
                    stage.editor.tick(Action::Read, everyRow(stage.editor), true);
                    stage.editor.tick(Action::Write, everyRow(stage.editor), true);
                }),
        compose("write-without-read",
                [](ComposeStage &stage) {
                    stage.tick(Action::Read, {u"billing"_qs});
                    stage.tick(Action::Write, {u"crm"_qs, u"billing_audit"_qs});
                }),
        compose("who-else",
                [](ComposeStage &stage) {
                    stage.tick(Action::Read, {u"billing_ev"_qs, u"later"_qs});
                    stage.page.grid()->sortByColumn(DatabaseTable::WhoElseColumn, Qt::DescendingOrder);
                }),
        compose(
            "who-else-unknown",
            [](ComposeStage &stage) {
                stage.tick(Action::Read, {u"billing"_qs, u"billing_ev"_qs});
            },
            false),
    };
}

Scene review(const char *name, const Draft &change)
{
    struct Stage : IssuanceScene
    {
        SecretClipboard clipboard{*QGuiApplication::clipboard()};
        std::unique_ptr<ReviewPage> page;
    };
    return {u"review-advice-"_qs + QLatin1String(name), [change]() -> Exhibit {
                const auto stage = std::make_shared<Stage>();
                change(stage->draft);
                stage->start(false);
                stage->page = std::make_unique<ReviewPage>(*stage->issuance, stage->clipboard);
                const auto near = [](const QString &) {
                    return u"billing_events"_qs;
                };
                const Access::Ptr access = accessOf(tokens());
                stage->page->showAdvice(adviceOn(stage->draft, {access, afternoon(), true, near}), access);
                showPage(*stage->page);
                stage->issuance->begin();
                settle();
                return {stage, stage->page.get()};
            }};
}

void tick(TokenDraft &draft, Action action, const QStringList &names)
{
    for (const QString &name : names)
        draft.permissions.tick(action, *draft.permissions.addTyped(name), true);
}

std::vector<Scene> reviewScenesWithAdvice()
{
    return {
        review("one",
               [](TokenDraft &draft) {
                   tick(draft, Action::Read, {u"billing"_qs});
                   draft.expiry.kind = ExpiryChoice::Kind::Never;
               }),
        review("all",
               [](TokenDraft &draft) {
                   tick(draft, Action::Read, {u"billing"_qs, u"billing_events"_qs});
                   draft.permissions.setAllDatabases(Action::Read, true);
                   draft.permissions.setAllDatabases(Action::Write, true);
                   draft.expiry.kind = ExpiryChoice::Kind::Never;
               }),
        review("missing",
               [](TokenDraft &draft) {
                   tick(draft, Action::Read, {u"billing"_qs});
                   tick(draft, Action::Write, {u"billing_ev"_qs});
                   draft.expiry.days = 500;
               }),
        review("notes",
               [](TokenDraft &draft) {
                   draft.description = u"Nightly export"_qs;
                   for (PermissionSelection::Row row = 0; row < draft.permissions.rowCount(); ++row)
                       draft.permissions.tick(Action::Read, row, true);
                   tick(draft, Action::Write, {u"crm_old"_qs});
               }),
        review("same", [](TokenDraft &draft) { tick(draft, Action::Write, {u"edge_west"_qs}); }),
    };
}

Scene tokenList()
{
    return {u"advice-token-list"_qs, []() -> Exhibit {
                const auto clipboard = std::make_shared<SecretClipboard>(*QGuiApplication::clipboard());
                // Deletes itself when it closes, and otherwise with its parent.
                const auto owner = std::make_shared<std::pair<std::shared_ptr<SecretClipboard>, QWidget>>();
                owner->first = clipboard;
                auto *const dialog = new TokenListDialog(u"Active tokens with the same permissions"_qs,
                                                         tokens(), afternoon(), *clipboard, &owner->second);
                dialog->open();
                settle();
                return {owner, dialog};
            }};
}

Scene toolTip()
{
    return {u"advice-who-else-tooltip"_qs, []() -> Exhibit {
                const auto editor = std::make_shared<DraftEditor>();
                editor->setCatalog(catalog());
                DatabaseTable table(*editor);
                table.setAccess(accessOf(tokens()));
                const int row = table.shownAt(*editor->selection().find(u"billing"_qs));
                const auto tip = std::make_shared<QLabel>(
                    table.index(row, DatabaseTable::WhoElseColumn).data(Qt::ToolTipRole).toString());
                tip->setMargin(6);
                tip->setAutoFillBackground(true);
                tip->resize(tip->sizeHint());
                tip->show();
                settle();
                return {tip, tip.get()};
            }};
}

} // namespace

std::vector<Scene> adviceScenes()
{
    std::vector<Scene> scenes = formScenes();
    std::ranges::move(reviewScenesWithAdvice(), std::back_inserter(scenes));
    scenes.push_back(tokenList());
    scenes.push_back(toolTip());
    return scenes;
}

} // namespace tokenry::gallery
