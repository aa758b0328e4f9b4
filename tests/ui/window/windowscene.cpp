// SPDX-License-Identifier: MIT
#include "ui/window/windowscene.h"

#include <QGuiApplication>
#include <QTableView>
#include <QTest>

namespace tokenry::testsupport
{

WindowScene::WindowScene(bool withProfiles)
    : clipboard(std::make_unique<SecretClipboard>(*QGuiApplication::clipboard()))
{
    cluster.clock = &clock;
    cluster.databases = {{u"billing"_qs, {}}, {u"billing_events"_qs, {}}, {u"telegraf/autogen"_qs, {}}};
    if (!withProfiles)
        return;
    store.profiles = {
        profile(u"prod-eu"_qs, Environment::Production, u"11111111-1111-4111-8111-111111111111"_qs),
        profile(u"staging"_qs, Environment::Staging, u"22222222-2222-4222-8222-222222222222"_qs)};
    for (const Profile &each : store.profiles) {
        static_cast<void>(trusted.add(each.address.accountId, each.address.managementOrigin()));
        keychain.put(keychain.managementTokenItem(each.address.accountId, each.address.managementHost()),
                     QByteArrayLiteral("M.V1.FAKE0000"));
    }
}

Profile WindowScene::profile(const QString &name, Environment environment, const QString &account)
{
    Profile profile;
    profile.slug = name;
    profile.name = name;
    profile.environment = environment;
    profile.address.accountId = account;
    profile.address.clusterId = u"33333333-3333-4333-8333-333333333333"_qs;
    return profile;
}

void WindowScene::open(const QString &asked)
{
    make();
    window->show();
    if (!asked.isEmpty())
        QVERIFY(window->showProfile(asked));
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
}

void WindowScene::openDemo()
{
    make();
    window->show();
    window->startDemo();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
}

void WindowScene::make()
{
    const ManagementApiFactory makeApi = cluster.factory();
    window = std::make_unique<MainWindow>(WindowParts{
        .profiles = store,
        .influxctl = influxctl,
        .trusted = trusted,
        .keychain = keychain,
        .ledger = ledger,
        .inhibitor = inhibitor,
        .clock = clock,
        .clipboard = *clipboard,
        .requestFiles = requestFiles,
        .drafts = drafts,
        .makeApi = makeApi,
        .makeSession =
            [this, makeApi](const Profile &profile) {
                return std::make_shared<ClusterSession>(profile, makeApi(profile.address), keychain, trusted,
                                                        clock);
            },
        .makeProbe = probes.factory(),
        .activationTiming = {tempo,
                             [this] {
                                 return steadyTime;
                             }},
        .demoProgram = demoProgram,
        .loadGeometry = [this] { return geometry; },
        .saveGeometry = [this](const QByteArray &saved) { geometry = saved; },
        .loadLastProfile = [this] { return lastProfile; },
        .saveLastProfile = [this](const QString &slug) { lastProfile = slug; },
        .loadView = [this](const QString &slug) { return views[slug]; },
        .saveView = [this](const QString &slug, const QByteArray &view) { views[slug] = view; },
    });
}

Token WindowScene::faithful() const
{
    const LedgerEntry &entry = *ledger.only();
    Token token;
    token.id = u"55555555-5555-4555-8555-555555555555"_qs;
    token.description = entry.description;
    token.permissions = entry.permissions;
    if (!entry.expiry.isNever())
        token.expiresAt = entry.expiry.instant();
    token.createdAt = entry.clickedAt;
    return token;
}

void WindowScene::loseAnswers(bool created)
{
    cluster.onCreate = [this, created](const EncodedCall &) -> Result<Creation, ApiError> {
        if (created)
            cluster.tokens = {faithful()};
        return unexpected(FakeCluster::error(ApiError::Kind::ConnectionLost, 0, ApiError::Effect::Unclear));
    };
}

int WindowScene::rows() const
{
    const auto *const table = person.find<QTableView>(u"Databases"_qs);
    return table ? table->model()->rowCount() : -1;
}

} // namespace tokenry::testsupport
