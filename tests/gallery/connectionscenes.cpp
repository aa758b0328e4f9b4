// SPDX-License-Identifier: MIT
#include "connection/profiledialog.h"
#include "gallery/samples.h"
#include "gallery/scenes.h"
#include "support/fakes/fakecluster.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/fakeprofilestore.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/person/person.h"

#include <QLineEdit>

namespace tokenry::gallery
{

namespace
{

using testsupport::FakeCluster;
using testsupport::FakeKeychain;
using Operation = FakeKeychain::Operation;

struct Stage
{
    testsupport::FakeProfileStore store;
    testsupport::FakeTrustedOrigins trusted;
    FakeKeychain keychain;
    FakeCluster cluster;
    Stage() { store.authorities.insert(u"/etc/ssl/influx-ca.pem"_qs, "PEM"); }
    std::unique_ptr<ProfileDialog> dialog;
    testsupport::Person person;

    void write(const QString &field, const QString &text) { person.find<QLineEdit>(field)->setText(text); }

    void fill()
    {
        write(u"Profile name"_qs, u"prod-eu"_qs);
        write(u"Account ID"_qs, u"11111111-1111-4111-8111-111111111111"_qs);
        write(u"Cluster ID"_qs, u"33333333-3333-4333-8333-333333333333"_qs);
        write(u"Management token"_qs, u"M.V1.FAKE000000000000000000000"_qs);
    }

    void fillAnd(const QString &button)
    {
        fill();
        person.click(button);
    }
};

using Step = std::function<void(Stage &)>;

Scene profile(const char *name, const Step &act = {}, const std::optional<Profile> &edited = {})
{
    return {u"profile-"_qs + QLatin1String(name), [act, edited]() -> Exhibit {
                const auto stage = std::make_shared<Stage>();
                stage->cluster.databases = databases();
                auto setup = std::make_unique<ProfileSetup>(stage->store, stage->trusted, stage->keychain,
                                                            stage->cluster.factory());
                stage->dialog = std::make_unique<ProfileDialog>(
                    std::move(setup), ProfileDialog::Taken{{u"prod"_qs}, {u"prod"_qs}}, edited);
                stage->dialog->open();
                settle();
                if (act)
                    act(*stage);
                settle();
                return {stage, stage->dialog.get()};
            }};
}

Profile someProfile(const QString &name)
{
    Profile made;
    made.slug = u"prod-eu"_qs;
    made.name = name;
    made.environment = Environment::Production;
    made.address.accountId = u"11111111-1111-4111-8111-111111111111"_qs;
    made.address.clusterId = u"33333333-3333-4333-8333-333333333333"_qs;
    return made;
}

Profile ownServer()
{
    Profile made = someProfile(u"own"_qs);
    made.address = {};
    made.address.product = Product::Clustered;
    made.address.managementUrl = made.address.clusterUrl = QUrl(u"https://influx.example:8443"_qs);
    made.address.authority.file = u"/etc/ssl/influx-ca.pem"_qs;
    return made;
}

std::vector<Scene> fieldScenes()
{
    return {
        profile("empty"),
        profile("faults", [](Stage &stage) { stage.person.click(u"Save"_qs); }),
        profile("filled", &Stage::fill),
        profile("database-token", [](Stage &stage) { stage.write(u"Management token"_qs, u"apiv1_000"_qs); }),
        profile("broken-token",
                [](Stage &stage) { stage.write(u"Management token"_qs, u"M.V1.FAKE 0000"_qs); }),
        profile("token-in-other-fields",
                [](Stage &stage) {
                    stage.fill();
                    // Legible where it does not belong: not the token that no picture may show.
                    stage.write(u"Profile name"_qs, u"M.V1.MADE-UP-0000"_qs);
                    stage.write(u"CA file"_qs, u"/etc/ssl/M.V1.MADE-UP-0000"_qs);
                    stage.person.click(u"Save"_qs);
                }),
        profile("own-login", [](Stage &stage) { stage.write(u"Management token"_qs, u"eyJabc"_qs); }),
        profile("edited", {}, someProfile(u"prod-eu"_qs)),
        profile("long-names", {}, someProfile(longName())),
        profile("strange-names", {}, someProfile(strangeName())),
        profile("clustered-new",
                [](Stage &stage) { stage.person.choose(u"Product"_qs, u"InfluxDB Clustered"_qs); }),
        profile("clustered", {}, ownServer()),
        profile("clustered-faults",
                [](Stage &stage) {
                    stage.person.choose(u"Product"_qs, u"InfluxDB Clustered"_qs);
                    stage.write(u"Management URL"_qs, u"console.influxdata.com"_qs);
                    stage.write(u"CA file"_qs, u"/etc/ssl/gone.pem"_qs);
                    stage.person.click(u"Save"_qs);
                }),
    };
}

/// The token field stays empty: the one in the keychain is meant.
void testStored(Stage &stage, bool trusted)
{
    if (trusted)
        (void)stage.trusted.add(u"11111111-1111-4111-8111-111111111111"_qs,
                                ClusterAddress::defaultManagementUrl().toString());
    stage.fill();
    stage.write(u"Management token"_qs, {});
    stage.person.click(u"Test connection"_qs);
}

std::vector<Scene> keychainScenes()
{
    std::vector<Scene> scenes{
        profile("test-stored-none", [](Stage &stage) { testStored(stage, true); }),
        profile("test-stored-allow", [](Stage &stage) { testStored(stage, false); }),
        profile("unlocking",
                [](Stage &stage) {
                    stage.keychain.fail(Operation::Write, KeychainError::Kind::Locked);
                    stage.keychain.hold(Operation::Unlock);
                    stage.fillAnd(u"Save"_qs);
                    stage.person.click(u"Unlock and save"_qs);
                }),
    };
    for (const KeychainSample &sample : keychainErrors()) {
        const KeychainError error = sample.error;
        scenes.push_back(
            profile((QByteArrayLiteral("save-keychain-") + sample.name).constData(), [error](Stage &stage) {
                stage.keychain.fail(Operation::Write, error.kind, error.technical);
                stage.fillAnd(u"Save"_qs);
            }));
        // These tell of no token, or of writing.
        using Kind = KeychainError::Kind;
        if (error.kind == Kind::NotFound || error.kind == Kind::NameTaken || error.kind == Kind::NotKept)
            continue;
        scenes.push_back(
            profile((QByteArrayLiteral("test-stored-") + sample.name).constData(), [error](Stage &stage) {
                stage.keychain.fail(Operation::Read, error.kind, error.technical);
                testStored(stage, true);
            }));
    }
    return scenes;
}

std::vector<Scene> savingScenes()
{
    const QString save = u"Save"_qs;
    return {
        profile("saving",
                [save](Stage &stage) {
                    stage.keychain.hold(Operation::Write);
                    stage.fillAnd(save);
                }),
        profile("token-there",
                [save](Stage &stage) {
                    Profile other = someProfile(u"prod-us"_qs);
                    other.slug = other.name;
                    stage.store.profiles = {other};
                    stage.keychain.put(stage.keychain.managementTokenItem(other.address.accountId,
                                                                          other.address.managementHost()),
                                       "M.V1.FAKE-of-others");
                    stage.fillAnd(save);
                }),
        profile("not-writable",
                [save](Stage &stage) {
                    stage.store.failure = StorageError{
                        StorageError::Kind::NotWritable, u"/somewhere/profiles/prod-eu.toml"_qs, 0, 0, {},
                        u"Read-only file system"_qs};
                    stage.fillAnd(save);
                }),
    };
}

} // namespace

std::vector<Scene> connectionScenes()
{
    std::vector<Scene> scenes = fieldScenes();
    for (std::vector<Scene> some : {savingScenes(), keychainScenes()})
        std::ranges::move(some, std::back_inserter(scenes));
    const QString test = u"Test connection"_qs;
    scenes.push_back(profile("tested", [test](Stage &stage) { stage.fillAnd(test); }));
    scenes.push_back(profile("tested-clock", [test](Stage &stage) {
        stage.cluster.serverTime = QDateTime::currentDateTimeUtc().addSecs(-3660);
        stage.fillAnd(test);
    }));
    for (const ApiSample &sample : apiErrors()) {
        if (sample.error.effect == ApiError::Effect::None)
            scenes.push_back(
                profile((QByteArrayLiteral("test-") + sample.name).constData(), [test, sample](Stage &stage) {
                    stage.cluster.listError = sample.error;
                    stage.fillAnd(test);
                }));
    }
    return scenes;
}

} // namespace tokenry::gallery
