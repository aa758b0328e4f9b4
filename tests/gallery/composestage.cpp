// SPDX-License-Identifier: MIT
#include "gallery/composestage.h"

#include "gallery/samples.h"
#include "grid/permissiongrid.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace tokenry::gallery
{

void ComposeStage::listDatabases()
{
    editor.setCatalog(catalog());
    page.showList(ListState::Read);
}

void ComposeStage::fill()
{
    listDatabases();
    editor.setDescription(description());
}

void ComposeStage::tick(Action action, const QStringList &names)
{
    std::vector<DraftEditor::Row> rows;
    for (const QString &name : names)
        rows.push_back(*editor.addTyped(name));
    editor.tick(action, rows, true);
}

void ComposeStage::filter(const QString &text)
{
    person.find<QLineEdit>(u"Filter databases"_qs)->setText(text);
}

void ComposeStage::goTo(const QString &name)
{
    page.grid()->goTo(*editor.selection().find(name));
}

void ComposeStage::paste(const QString &text)
{
    person.click(u"Paste names…"_qs);
    settle();
    person.find<QPlainTextEdit>(u"Names"_qs)->setPlainText(text);
}

Scene compose(const char *name, const ComposeAct &act)
{
    return {u"compose-"_qs + QLatin1String(name), [act]() -> Exhibit {
                const auto stage = std::make_shared<ComposeStage>();
                showPage(stage->page);
                act(*stage);
                settle();
                return {stage, &stage->page};
            }};
}

Scene composeDialog(const char *name, const ComposeAct &act)
{
    return {u"paste-"_qs + QLatin1String(name), [act]() -> Exhibit {
                const auto stage = std::make_shared<ComposeStage>();
                showPage(stage->page);
                act(*stage);
                settle();
                return {stage, QApplication::activeModalWidget()};
            }};
}

} // namespace tokenry::gallery
