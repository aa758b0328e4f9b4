// SPDX-License-Identifier: MIT
#include "common/findingdialog.h"
#include "common/guardedbutton.h"
#include "gallery/samples.h"
#include "gallery/scenes.h"
#include "support/fakes/influxctlsamples.h"
#include "ui/window/windowscene.h"

#include <QApplication>
#include <QDropEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>

namespace tokenry::gallery
{

namespace
{

using testsupport::FakeCluster;
using testsupport::FakeKeychain;
using testsupport::WindowScene;
using Operation = FakeKeychain::Operation;
using Step = std::function<void(WindowScene &)>;

struct Plan
{
    bool profiles = true;
    QSize size{1100, 760};
    Step before = {};
    Step after = {};
    /// A dialog of the window that is meant, if any.
    std::function<QWidget *(WindowScene &)> dialog = {};
};

Scene window(const char *name, const Plan &plan = {})
{
    return {u"window-"_qs + QLatin1String(name), [plan]() -> Exhibit {
                const auto stage = std::make_shared<WindowScene>(plan.profiles);
                stage->cluster.databases = databases();
                if (plan.before)
                    plan.before(*stage);
                stage->open();
                stage->window->resize(plan.size);
                settle();
                if (plan.after)
                    plan.after(*stage);
                settle();
                return {stage, plan.dialog ? plan.dialog(*stage) : stage->window.get()};
            }};
}

void choose(WindowScene &stage, const QString &entry)
{
    for (QMenu *const menu : stage.window->findChildren<QMenu *>()) {
        for (QAction *const action : menu->actions()) {
            if (action->text() == entry)
                action->trigger();
        }
    }
}

void refuseLists(WindowScene &stage)
{
    stage.cluster.listError =
        FakeCluster::error(ApiError::Kind::Forbidden, 403, ApiError::Effect::None, u"forbidden"_qs);
}

Step readsNothing(ApiError::Kind kind)
{
    return [kind](WindowScene &stage) {
        stage.cluster.listError = FakeCluster::error(kind, 0, ApiError::Effect::None);
    };
}

void forgetToken(WindowScene &stage)
{
    stage.keychain = {};
}

/// The first profile is InfluxDB Clustered with an authority of its own.
void ownServer(WindowScene &stage)
{
    ClusterAddress &address = stage.store.profiles[0].address;
    address = {};
    address.product = Product::Clustered;
    address.managementUrl = QUrl(u"https://influx.example:8443"_qs);
    address.authority = {u"/etc/ssl/influx-ca.pem"_qs, "PEM"};
    stage.store.authorities.insert(address.authority.file, address.authority.pem);
    static_cast<void>(stage.trusted.add(address.tokenAccount(), address.trustedOrigin()));
    stage.keychain.put(stage.keychain.managementTokenItem(address.tokenAccount(), address.managementHost()),
                       QByteArrayLiteral("M.V1.FAKE0000"));
}

void openReview(WindowScene &stage)
{
    stage.person.type(u"Description"_qs, u"Telegraf edge-west"_qs);
    stage.person.clickCell(u"Databases"_qs, u"Write on billing"_qs);
    stage.person.click(u"Review…"_qs);
}

void create(WindowScene &stage)
{
    stage.cluster.onCreate = [](const EncodedCall &) {
        Creation creation;
        creation.secret =
            Secret::copyOf("apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000");
        Token token;
        token.id = u"55555555-5555-4555-8555-555555555555"_qs;
        token.description = u"Telegraf edge-west"_qs;
        token.permissions = PermissionSet({{*Resource::database(u"billing"_qs), Action::Write}});
        creation.token = token;
        return creation;
    };
    openReview(stage);
    settle();
    stage.window->findChild<GuardedButton *>()->setGuard(std::chrono::milliseconds(0));
    stage.person.click(u"Create token"_qs);
    stage.person.click(u"Done"_qs);
}

/// Tries to close the window while the request is under way; \a asked: by a signal.
Step closeWhileCreating(bool asked)
{
    return [asked](WindowScene &stage) {
        openReview(stage);
        settle();
        stage.window->findChild<GuardedButton *>()->setGuard(std::chrono::milliseconds(0));
        stage.person.click(u"Create token"_qs);
        settle();
        if (asked)
            stage.window->endWhenSafe();
        stage.window->close();
    };
}

/// The token is made as it was asked for, and its answer does not come.
void loseTheAnswer(WindowScene &stage)
{
    stage.loseAnswers();
    openReview(stage);
    settle();
    stage.window->findChild<GuardedButton *>()->setGuard(std::chrono::milliseconds(0));
    stage.person.click(u"Create token"_qs);
    stage.person.waitFor(u"what was found"_qs, [&] { return stage.person.sees(u"Look myself…"_qs); });
}

void lookMyself(WindowScene &stage)
{
    stage.person.click(u"Look myself…"_qs);
}

QWidget *findingDialog(WindowScene &stage)
{
    return stage.window->findChild<FindingDialog *>();
}

void failDemo(WindowScene &stage)
{
    stage.person.click(u"Try the demo cluster"_qs);
    stage.person.waitFor(u"the demo cluster's failure"_qs,
                         [&] { return stage.person.reads(u"The demo cluster is not installed."_qs); });
}

void nameOddly(WindowScene &stage, const QString &name)
{
    for (Profile &profile : stage.store.profiles)
        profile.name = name;
}

std::vector<Scene> welcomeScenes()
{
    return {
        window("welcome", {.profiles = false}),
        window("welcome-import",
               {.profiles = false,
                .before =
                    [](WindowScene &stage) {
                        stage.influxctl.make = [] {
                            return testsupport::influxctlConfig(
                                [] { return testsupport::dedicatedSample(u"prod-eu"_qs); },
                                [] { return testsupport::dedicatedSample(u"staging"_qs, u'2'); },
                                [] { return testsupport::clusteredSample(u"own"_qs, u"influx.example"_qs); });
                        };
                    }}),
        window("welcome-import-broken",
               {.profiles = false,
                .before =
                    [](WindowScene &stage) {
                        stage.influxctl.make = []() -> Result<InfluxctlConfig, StorageError> {
                            return unexpected(StorageError{StorageError::Kind::NotToml,
                                                           u"/somewhere/influxctl/config.toml"_qs,
                                                           3,
                                                           9,
                                                           {},
                                                           {}});
                        };
                    }}),
        window("help", {.after = [](WindowScene &stage) { stage.person.click(u"Help"_qs); },
                        .dialog = [](WindowScene &stage) -> QWidget * {
                            return stage.window->findChild<QDialog *>();
                        }}),
        window("welcome-small", {.profiles = false, .size = {820, 560}}),
        window("welcome-no-demo",
               {.profiles = false,
                .before = [](WindowScene &stage) { stage.demoProgram = u"/nonexistent/demo"_qs; },
                .after = failDemo}),
        window("broken-profile", {.profiles = false,
                                  .before =
                                      [](WindowScene &stage) {
                                          stage.store.broken = {{StorageError::Kind::WritableByOthers,
                                                                 u"/somewhere/profiles/prod-eu.toml"_qs,
                                                                 0,
                                                                 0,
                                                                 {},
                                                                 {}},
                                                                {StorageError::Kind::UnknownKey,
                                                                 u"/somewhere/profiles/staging.toml"_qs,
                                                                 7,
                                                                 1,
                                                                 u"managment_url"_qs,
                                                                 {}}};
                                      }}),
        window("broken-profile-name", {.profiles = false,
                                       .before =
                                           [](WindowScene &stage) {
                                               stage.store.broken = {
                                                   {StorageError::Kind::BadName,
                                                    u"/somewhere/profiles/Prod_EU.toml"_qs,
                                                    0,
                                                    0,
                                                    {},
                                                    u"expected a file name of a-z, 0-9 and -"_qs}};
                                           }}),
        window("broken-profile-folder", {.profiles = false,
                                         .before =
                                             [](WindowScene &stage) {
                                                 stage.store.broken = {{StorageError::Kind::WritableByOthers,
                                                                        u"/somewhere/profiles"_qs,
                                                                        0,
                                                                        0,
                                                                        {},
                                                                        u"writable by group staff"_qs,
                                                                        true}};
                                             }}),
    };
}

/// A token was made and its dialog left before the cluster accepted it; that happens \a then.
Scene activating(const char *name, const std::function<void(WindowScene &)> &then = {},
                 QSize size = {1100, 760})
{
    return window(name, {.size = size,
                         .before =
                             [](WindowScene &stage) {
                                 stage.tempo.first = std::chrono::milliseconds(1);
                                 Profile &profile = stage.store.profiles.front();
                                 profile.address.clusterUrl = QUrl(u"https://cluster.example.com"_qs);
                                 static_cast<void>(stage.trusted.add(profile.address.databaseTokenAccount(),
                                                                     profile.address.trustedClusterOrigin()));
                             },
                         .after =
                             [then](WindowScene &stage) {
                                 create(stage);
                                 if (then)
                                     then(stage);
                             }});
}

std::vector<Scene> activatingScenes()
{
    using testsupport::FakeProbes;
    return {
        activating("activating"),
        activating("activating-small", {}, {820, 560}),
        activating("activated",
                   [](WindowScene &stage) {
                       stage.steadyTime = std::chrono::seconds(14);
                       stage.probes.answer(Done());
                   }),
        activating("activated-two",
                   [](WindowScene &stage) {
                       create(stage);
                       stage.probes.answer(Done());
                       stage.probes.answer(Done());
                   }),
        activating("not-activated",
                   [](WindowScene &stage) {
                       stage.steadyTime = std::chrono::minutes(5);
                       stage.probes.answer(FakeProbes::refused());
                   }),
    };
}

std::vector<Scene> clusterScenes()
{
    return {
        window("cluster"),
        window("cluster-small", {.size = {820, 560}}),
        window("faults-small", {.size = {900, 600},
                                .after =
                                    [](WindowScene &stage) {
                                        stage.person.choose(u"Expiry"_qs, u"On a date…"_qs);
                                        stage.person.type(u"Expiry date"_qs, u"2020-01-01"_qs);
                                        stage.person.click(u"Review…"_qs);
                                    }}),
        window("no-date-small", {.size = {900, 600},
                                 .after =
                                     [](WindowScene &stage) {
                                         stage.person.choose(u"Expiry"_qs, u"On a date…"_qs);
                                         stage.person.type(u"Expiry date"_qs, u"2027-02-31"_qs);
                                     }}),
        window("approval-small", {.size = {900, 600},
                                  .after =
                                      [](WindowScene &stage) {
                                          openReview(stage);
                                          stage.person.openTab(u"Approval"_qs);
                                          stage.person.type(u"Approved SHA-256"_qs, QString(64, u'a'));
                                      }}),
        window("staging", {.after =
                               [](WindowScene &stage) {
                                   stage.window->showProfile(u"staging"_qs);
                               }}),
        window("other", {.before =
                             [](WindowScene &stage) {
                                 stage.store.profiles.front().environment = Environment::Other;
                             }}),
        window("long-names", {.before =
                                  [](WindowScene &stage) {
                                      nameOddly(stage, longName());
                                  }}),
        window("strange-names", {.before =
                                     [](WindowScene &stage) {
                                         nameOddly(stage, strangeName());
                                     }}),
        window("no-such-profile", {.after =
                                       [](WindowScene &stage) {
                                           stage.window->showProfile(u"nobody\u202e"_qs);
                                       }}),
        window("remove-asked", {.after = [](WindowScene &stage) { choose(stage, u"Remove profile…"_qs); },
                                .dialog =
                                    [](WindowScene &stage) {
                                        return stage.window->findChild<QMessageBox *>();
                                    }}),
        window("review", {.after = openReview}),
        window("created", {.after = create}),
        window("lost-answer", {.after = loseTheAnswer}),
        window("lost-answer-small", {.size = {900, 600}, .after = loseTheAnswer}),
        window("lost-answer-tiny", {.size = {820, 420}, .after = loseTheAnswer}),
        window("lost-answer-look-myself", {.after =
                                               [](WindowScene &stage) {
                                                   loseTheAnswer(stage);
                                                   lookMyself(stage);
                                               },
                                           .dialog = findingDialog}),
        window("closed-while-creating", {.after = closeWhileCreating(false)}),
        window("asked-to-end", {.after = closeWhileCreating(true)}),
    };
}

const QString file = u"/somewhere/telegraf-edge-west.tokenry.json"_qs;

void open(WindowScene &stage, const std::function<void(Profile &)> &elsewhere)
{
    Profile profile = stage.store.profiles.empty()
                          ? WindowScene::profile(u"prod-us"_qs, Environment::Production,
                                                 u"44444444-4444-4444-8444-444444444444"_qs)
                          : stage.store.profiles.front();
    elsewhere(profile);
    const TokenDraft draft = draftWith(u"Telegraf edge-west"_qs, Expiry::never(), {});
    stage.requestFiles.files[file] = encodeRequestFile(profile, *TokenRequest::from(draft, stage.clock.now()),
                                                       stage.clock.now().addDays(-2));
    stage.window->openRequest(file);
}

void beElsewhere(Profile &profile)
{
    profile.name = u"prod-us"_qs;
    profile.address.clusterId = u"99999999-9999-4999-8999-999999999999"_qs;
}

std::vector<Scene> requestScenes()
{
    return {
        window("request", {.after =
                               [](WindowScene &stage) {
                                   open(stage, [](Profile &) {});
                               }}),
        window("request-other-profile", {.after =
                                             [](WindowScene &stage) {
                                                 open(stage, [&](Profile &profile) {
                                                     profile = stage.store.profiles.back();
                                                 });
                                             }}),
        window("request-unknown-cluster", {.after =
                                               [](WindowScene &stage) {
                                                   open(stage, beElsewhere);
                                               }}),
        window("request-other-host",
               {.before =
                    [](WindowScene &stage) {
                        ownServer(stage);
                        Profile &other = stage.store.profiles.back();
                        other.address = stage.store.profiles.front().address;
                        other.address.managementUrl = QUrl(u"https://staging.influx.example:8443"_qs);
                    },
                .after =
                    [](WindowScene &stage) {
                        open(stage, [&](Profile &profile) { profile = stage.store.profiles.back(); });
                    }}),
        window("request-filled-in", {.after =
                                         [](WindowScene &stage) {
                                             open(stage, beElsewhere);
                                             stage.person.click(u"Add profile…"_qs);
                                         },
                                     .dialog =
                                         [](WindowScene &stage) {
                                             return stage.window->findChild<QDialog *>();
                                         }}),
        window("request-filled-in-host", {.after =
                                              [](WindowScene &stage) {
                                                  open(stage, [](Profile &profile) {
                                                      profile.address = {};
                                                      profile.address.product = Product::Clustered;
                                                      profile.address.managementUrl =
                                                          QUrl(u"https://influx.example:8443"_qs);
                                                  });
                                                  stage.person.click(u"Add profile…"_qs);
                                              },
                                          .dialog =
                                              [](WindowScene &stage) {
                                                  return stage.window->findChild<QDialog *>();
                                              }}),
        window("request-profile-there", {.after =
                                             [](WindowScene &stage) {
                                                 open(stage, beElsewhere);
                                                 stage.person.click(u"Add profile…"_qs);
                                                 stage.person.type(u"Management token"_qs,
                                                                   u"M.V1.FAKE0000"_qs);
                                                 stage.person.click(u"Save"_qs);
                                             }}),
        window("request-drop-one",
               {.after =
                    [](WindowScene &stage) {
                        QMimeData data;
                        data.setUrls({QUrl::fromLocalFile(file), QUrl::fromLocalFile(file)});
                        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
                        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
                        QApplication::sendEvent(stage.window.get(), &enter);
                        QApplication::sendEvent(stage.window.get(), &drop);
                    }}),
        window("request-later", {.after =
                                     [](WindowScene &stage) {
                                         openReview(stage);
                                         stage.window->openRequest(file);
                                     }}),
        window("request-later-several", {.after =
                                             [](WindowScene &stage) {
                                                 openReview(stage);
                                                 for (const QString &path :
                                                      {u"/somewhere/"_qs + longName() + u".tokenry.json"_qs,
                                                       file, file + u'x'})
                                                     stage.window->openRequest(path);
                                             }}),
        window("request-broken-and-next", {.after =
                                               [](WindowScene &stage) {
                                                   openReview(stage);
                                                   stage.window->openRequest(u"/nowhere/a.tokenry.json"_qs);
                                                   stage.window->openRequest(file);
                                                   stage.person.click(u"Back"_qs);
                                               }}),
        window("request-no-profile", {.profiles = false,
                                      .after =
                                          [](WindowScene &stage) {
                                              open(stage, [](Profile &) {});
                                          }}),
        window("request-waits", {.before = [](WindowScene &stage) { stage.keychain.hold(Operation::Read); },
                                 .after =
                                     [](WindowScene &stage) {
                                         open(stage, [](Profile &) {});
                                     }}),
        window("request-broken", {.after =
                                      [](WindowScene &stage) {
                                          stage.requestFiles.files[file] = "{\n  \"tokenry\": 1";
                                          stage.window->openRequest(file);
                                      }}),
        window("request-not-there", {.after =
                                         [](WindowScene &stage) {
                                             stage.window->openRequest(u"/nowhere/a\u202eb.json"_qs);
                                         }}),
        window("request-in-the-form", {.after =
                                           [](WindowScene &stage) {
                                               open(stage, [](Profile &) {});
                                               stage.person.click(u"Edit as draft"_qs);
                                           }}),
        window("request-saved", {.after =
                                     [](WindowScene &stage) {
                                         openReview(stage);
                                         stage.person.click(u"Save request…"_qs);
                                         auto *const dialog = stage.window->findChild<QFileDialog *>();
                                         Q_EMIT dialog->fileSelected(file);
                                         delete dialog;
                                     }}),
        window("request-replace", {.after =
                                       [](WindowScene &stage) {
                                           stage.requestFiles.files[file] = "another";
                                           openReview(stage);
                                           stage.person.click(u"Save request…"_qs);
                                           auto *const dialog = stage.window->findChild<QFileDialog *>();
                                           Q_EMIT dialog->fileSelected(file);
                                           delete dialog;
                                       },
                                   .dialog =
                                       [](WindowScene &stage) {
                                           return stage.window->findChild<QMessageBox *>();
                                       }}),
        window("draft-set-aside", {.before =
                                       [](WindowScene &stage) {
                                           stage.drafts.failure = DraftError{
                                               DraftError::Kind::Content,
                                               u"/somewhere/prod-eu.json"_qs,
                                               u"/somewhere/prod-eu.json.set-aside"_qs,
                                               DocumentFault{DocumentFault::Kind::NotJson, 3, 7, {}, {}},
                                               {}};
                                       }}),
    };
}

std::vector<Scene> noticeScenes()
{
    return {
        window("forbidden", {.before = refuseLists}),
        window("forbidden-kept", {.after =
                                      [](WindowScene &stage) {
                                          refuseLists(stage);
                                          stage.person.click(u"Reload"_qs);
                                      }}),
        window("not-allowed", {.before =
                                   [](WindowScene &stage) {
                                       stage.trusted = {};
                                   }}),
        window("no-token", {.before = forgetToken}),
        window("no-token-details", {.before = forgetToken,
                                    .after =
                                        [](WindowScene &stage) {
                                            stage.person.click(u"Details"_qs);
                                        }}),
        window("clustered", {.before = ownServer}),
        window("clustered-no-token", {.before =
                                          [](WindowScene &stage) {
                                              ownServer(stage);
                                              forgetToken(stage);
                                          }}),
        window("clustered-not-allowed", {.before =
                                             [](WindowScene &stage) {
                                                 ownServer(stage);
                                                 stage.trusted = {};
                                             }}),
        window("no-network", {.before = readsNothing(ApiError::Kind::NetworkUnreachable)}),
        window("network-gone", {.before = {},
                                .after =
                                    [](WindowScene &stage) {
                                        readsNothing(ApiError::Kind::HostNotFound)(stage);
                                        stage.person.click(u"Reload"_qs);
                                    }}),
        window("no-network-stopped", {.before = readsNothing(ApiError::Kind::NetworkUnreachable),
                                      .after =
                                          [](WindowScene &stage) {
                                              stage.person.click(u"Stop trying"_qs);
                                          }}),
        window("proxy-password", {.before = readsNothing(ApiError::Kind::ProxyWantsPassword)}),
        window("clustered-not-found", {.before =
                                           [](WindowScene &stage) {
                                               ownServer(stage);
                                               stage.cluster.listError = FakeCluster::error(
                                                   ApiError::Kind::NotFound, 404, ApiError::Effect::None,
                                                   u"not found"_qs);
                                           }}),
        window("no-authority", {.before =
                                    [](WindowScene &stage) {
                                        ownServer(stage);
                                        stage.store.profiles[0].address.authority.pem.clear();
                                        stage.store.profiles[0].address.authority.fault =
                                            u"No such file or directory"_qs;
                                    }}),
        window("keychain-locked", {.before =
                                       [](WindowScene &stage) {
                                           stage.keychain.fail(Operation::Read, KeychainError::Kind::Locked);
                                       }}),
        window("keychain-missing", {.before =
                                        [](WindowScene &stage) {
                                            stage.keychain.fail(
                                                Operation::Read, KeychainError::Kind::Missing,
                                                u"Could not connect: No such file or directory"_qs);
                                        }}),
        window("reading", {.before =
                               [](WindowScene &stage) {
                                   stage.keychain.hold(Operation::Read);
                               }}),
        window("tokens-not-read", {.before =
                                       [](WindowScene &stage) {
                                           stage.cluster.tokensError = FakeCluster::error(
                                               ApiError::Kind::DeadlinePassed, 0, ApiError::Effect::None);
                                       }}),
        window("clock-ahead", {.before =
                                   [](WindowScene &stage) {
                                       stage.cluster.serverTime = stage.clock.now().addSecs(-420);
                                   }}),
    };
}

/// What an earlier run left behind for the first profile.
LedgerEntry leftBehind(const WindowScene &stage)
{
    const ClusterAddress &address = stage.store.profiles.front().address;
    LedgerEntry entry;
    entry.id = u"5a3c"_qs;
    entry.profileSlug = u"prod-eu"_qs;
    entry.accountId = address.accountId;
    entry.clusterId = address.clusterId;
    entry.origin = address.managementOrigin();
    entry.description = description();
    entry.permissions = PermissionSet({{*Resource::database(u"billing"_qs), Action::Write}});
    entry.reviewedAt = stage.clock.now().addSecs(-7200).toUTC();
    return after(entry, ledger::Sending{entry.reviewedAt.addSecs(300),
                                        KeychainItem{u"tokenry/prod-eu/telegraf"_qs, u"telegraf"_qs},
                                        QStringList()});
}

Token itsToken(const LedgerEntry &entry)
{
    Token token;
    token.id = u"55555555-5555-4555-8555-555555555555"_qs;
    token.description = entry.description;
    token.permissions = entry.permissions;
    token.createdAt = entry.clickedAt.addSecs(1);
    return token;
}

Scene unfinished(const char *name, const std::function<void(WindowScene &, LedgerEntry)> &before,
                 const Step &after = {}, const std::function<QWidget *(WindowScene &)> &dialog = {})
{
    return window(name, {.before = [before](WindowScene &stage) { before(stage, leftBehind(stage)); },
                         .after = after,
                         .dialog = dialog});
}

LedgerEntry answeredOf(const LedgerEntry &entry)
{
    return after(entry, ledger::Answered{u"55555555-5555-4555-8555-555555555555"_qs, "0011223344556677"});
}

void leaveWithoutProfile(WindowScene &stage, LedgerEntry entry)
{
    entry.clusterId = u"44444444-4444-4444-8444-444444444444"_qs;
    entry.profileName = u"prod-us"_qs;
    stage.ledger.put(answeredOf(entry));
}

std::vector<Scene> unfinishedScenes()
{
    return {
        unfinished("unfinished-not-there",
                   [](WindowScene &stage, const LedgerEntry &entry) { stage.ledger.put(entry); }),
        unfinished("unfinished-found",
                   [](WindowScene &stage, const LedgerEntry &entry) {
                       stage.ledger.put(after(entry, ledger::Interrupted{}));
                       LedgerEntry other = answeredOf(entry);
                       other.id = u"9b"_qs;
                       other.reviewedAt = other.reviewedAt.addSecs(60);
                       other.tokenId = u"66666666-6666-4666-8666-666666666666"_qs;
                       stage.ledger.put(other);
                       stage.cluster.tokens = {itsToken(entry)};
                   }),
        unfinished("unfinished-never-stored",
                   [](WindowScene &stage, const LedgerEntry &entry) { stage.ledger.put(answeredOf(entry)); }),
        unfinished("unfinished-shown-only",
                   [](WindowScene &stage, LedgerEntry entry) {
                       entry.item.reset();
                       entry.description = longDescription();
                       stage.ledger.put(answeredOf(entry));
                   }),
        unfinished("unfinished-locked",
                   [](WindowScene &stage, const LedgerEntry &entry) {
                       stage.ledger.put(answeredOf(entry));
                       stage.keychain.place.locked = true;
                   }),
        unfinished("unfinished-keychain-gone",
                   [](WindowScene &stage, const LedgerEntry &entry) {
                       stage.ledger.put(answeredOf(entry));
                       stage.keychain.fail(Operation::Look, KeychainError::Kind::BusLost);
                   }),
        unfinished("unfinished-several",
                   [](WindowScene &stage, const LedgerEntry &entry) {
                       stage.ledger.put(entry);
                       stage.cluster.tokens = {itsToken(entry), itsToken(entry)};
                       stage.cluster.tokens.back().id = u"66666666-6666-4666-8666-666666666666"_qs;
                   }),
        unfinished("unfinished-no-list",
                   [](WindowScene &stage, const LedgerEntry &entry) {
                       stage.ledger.put(entry);
                       refuseLists(stage);
                   }),
        unfinished(
            "unfinished-revoked",
            [](WindowScene &stage, const LedgerEntry &entry) { stage.ledger.put(answeredOf(entry)); },
            [](WindowScene &stage) {
                for (GuardedButton *const button : stage.window->findChildren<GuardedButton *>())
                    button->setGuard(std::chrono::milliseconds(0));
                stage.person.click(u"Revoke it"_qs);
            }),
        unfinished("unfinished-odd",
                   [](WindowScene &stage, const LedgerEntry &entry) {
                       const ledger::Answered odd{.tokenId = u"55555555-5555-4555-8555-555555555555"_qs,
                                                  .fingerprint = "0011223344556677",
                                                  .odd = true};
                       stage.ledger.put(after(after(entry, odd), ledger::Stored{}));
                   }),
        unfinished("unfinished-elsewhere",
                   [](WindowScene &stage, LedgerEntry entry) {
                       const auto other =
                           std::ranges::find(stage.store.profiles, u"staging"_qs, &Profile::slug);
                       entry.accountId = other->address.accountId;
                       entry.clusterId = other->address.clusterId;
                       entry.origin = other->address.managementOrigin();
                       stage.ledger.put(entry);
                   }),
        unfinished("unfinished-without-profile", leaveWithoutProfile),
        unfinished("unfinished-without-profile-look-myself", leaveWithoutProfile, lookMyself, findingDialog),
        unfinished(
            "unfinished-look-myself-early",
            [](WindowScene &stage, LedgerEntry entry) {
                entry.description = longDescription();
                entry.clickedAt = stage.clock.now().toUTC();
                entry.clickedLocally = entry.clickedAt;
                stage.ledger.put(entry);
            },
            lookMyself, findingDialog),
        unfinished("unfinished-unusable",
                   [](WindowScene &stage, const LedgerEntry &) {
                       stage.ledger.unusable = {
                           {u"/somewhere/state/tokenry/ledger/1.jsonl"_qs, UnusableRecord::Why::Damaged},
                           {u"/somewhere/state/tokenry/ledger/2.jsonl"_qs,
                            UnusableRecord::Why::FromNewerVersion}};
                   }),
    };
}

} // namespace

std::vector<Scene> windowScenes()
{
    std::vector<Scene> scenes = welcomeScenes();
    for (std::vector<Scene> some :
         {clusterScenes(), activatingScenes(), requestScenes(), noticeScenes(), unfinishedScenes()})
        std::ranges::move(some, std::back_inserter(scenes));
    return scenes;
}

} // namespace tokenry::gallery
