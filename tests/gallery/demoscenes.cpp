// SPDX-License-Identifier: MIT
#include "common/guardedbutton.h"
#include "gallery/samples.h"
#include "gallery/scenes.h"
#include "ui/window/windowscene.h"

#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace tokenry::gallery
{

namespace
{

using testsupport::WindowScene;
using Step = std::function<void(WindowScene &)>;

/// The menu that was opened by the button.
QWidget *openMenu(WindowScene &stage, const QString &button)
{
    static_cast<void>(stage.person.click(button));
    return QApplication::activePopupWidget();
}

/// The window on the demo's production cluster; \a pick is what is photographed, the window without it.
Scene demo(const char *name, const Step &act = {}, const std::function<QWidget *(WindowScene &)> &pick = {})
{
    return {u"demo-"_qs + QLatin1String(name), [act, pick]() -> Exhibit {
                const auto stage = std::make_shared<WindowScene>(false);
                stage->cluster.databases = databases();
                stage->demoProgram = QStringLiteral(TOKENRY_DEMO_CLUSTER);
                stage->openDemo();
                stage->window->resize(1100, 760);
                stage->person.waitFor(u"the demo"_qs, [&] { return stage->person.sees(u"Demo"_qs); });
                settle();
                if (act)
                    act(*stage);
                settle();
                return {stage, pick ? pick(*stage) : stage->window.get()};
            }};
}

void arm(WindowScene &stage)
{
    stage.person.pick(u"Demo"_qs, u"Permits something else"_qs);
    stage.person.waitFor(u"the fault on the button"_qs,
                         [&] { return stage.person.find<QToolButton>(u"Demo"_qs)->text().contains(u':'); });
}

void changeBehind(WindowScene &stage)
{
    stage.person.clickCell(u"Databases"_qs, u"Read on billing"_qs);
    stage.person.pick(u"Demo"_qs, u"Delete database"_qs);
    stage.person.waitFor(u"what was said"_qs, [&] { return stage.person.reads(u"the demo cluster"_qs); });
}

/// What the window still lists is on the cluster no more.
void refuseChange(WindowScene &stage)
{
    changeBehind(stage);
    stage.person.pick(u"Demo"_qs, u"Delete database"_qs);
    stage.person.waitFor(u"the refusal"_qs,
                         [&] { return stage.person.reads(u"did not make the change"_qs); });
}

/// On prod-eu, from which staging differs.
void create(WindowScene &stage)
{
    stage.cluster.onCreate = [](const EncodedCall &) {
        Creation creation;
        creation.secret =
            Secret::copyOf("apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000");
        return creation;
    };
    stage.person.type(u"Description"_qs, u"Telegraf edge-west"_qs);
    stage.person.clickCell(u"Databases"_qs, u"Write on billing"_qs);
    stage.person.clickCell(u"Databases"_qs, u"Read on billing_events"_qs);
    stage.person.click(u"Review…"_qs);
    stage.window->findChild<GuardedButton *>()->setGuard(std::chrono::milliseconds(0));
    stage.person.click(u"Create token"_qs);
    stage.person.click(u"Done"_qs);
}

void useElsewhere(WindowScene &stage)
{
    create(stage);
    stage.cluster.databases = {{u"billing"_qs, {}}, {u"telegraf"_qs, {}}};
    stage.person.pick(u"Use as template"_qs, u"staging"_qs);
}

Scene clone(const char *name, const Step &act, const std::function<QWidget *(WindowScene &)> &pick = {})
{
    return {u"clone-"_qs + QLatin1String(name), [act, pick]() -> Exhibit {
                const auto stage = std::make_shared<WindowScene>();
                stage->cluster.databases = databases();
                stage->open();
                stage->window->resize(1100, 760);
                settle();
                act(*stage);
                settle();
                return {stage, pick ? pick(*stage) : stage->window.get()};
            }};
}

} // namespace

std::vector<Scene> demoScenes()
{
    return {
        demo("production"),
        demo("menu", {}, [](WindowScene &stage) { return openMenu(stage, u"Demo"_qs); }),
        demo("armed", arm),
        demo("armed-menu", arm, [](WindowScene &stage) { return openMenu(stage, u"Demo"_qs); }),
        demo("changed", changeBehind),
        demo("change-refused", refuseChange),
        clone("created", create),
        clone("another",
              [](WindowScene &stage) {
                  create(stage);
                  stage.person.click(u"Another with the same permissions"_qs);
              }),
        clone("chooser", create, [](WindowScene &stage) { return openMenu(stage, u"Use as template"_qs); }),
        clone("template", useElsewhere),
        clone("template-all-there",
              [](WindowScene &stage) {
                  create(stage);
                  stage.person.pick(u"Use as template"_qs, u"staging"_qs);
              }),
    };
}

} // namespace tokenry::gallery
