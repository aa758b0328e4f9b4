// SPDX-License-Identifier: MIT
#include "common/secretclipboard.h"
#include "connection/importdialog.h"
#include "gallery/samples.h"
#include "gallery/scenes.h"
#include "support/fakes/fakeinfluxctlprofiles.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/fakeprofilestore.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/fakes/influxctlsamples.h"
#include "support/person/person.h"

#include <QGuiApplication>

namespace tokenry::gallery
{

namespace
{

using testsupport::clusteredSample;
using testsupport::dedicatedSample;
using testsupport::FakeKeychain;
using testsupport::influxctlConfig;
using Operation = FakeKeychain::Operation;

struct Stage
{
    testsupport::FakeInfluxctlProfiles influxctl;
    testsupport::FakeProfileStore store;
    testsupport::FakeTrustedOrigins trusted;
    FakeKeychain keychain;
    SecretClipboard clipboard{*QGuiApplication::clipboard()};
    std::vector<Profile> known;
    std::unique_ptr<ImportDialog> dialog;
    testsupport::Person person;
};

using Step = std::function<void(Stage &)>;

Scene scene(const char *name, const Step &before, const Step &after = {})
{
    return {u"import-"_qs + QLatin1String(name), [before, after]() -> Exhibit {
                const auto stage = std::make_shared<Stage>();
                before(*stage);
                stage->dialog = std::make_unique<ImportDialog>(
                    std::make_unique<ProfileImport>(stage->influxctl, stage->store, stage->trusted,
                                                    stage->keychain, stage->known),
                    stage->clipboard);
                stage->dialog->open();
                settle();
                if (after)
                    after(*stage);
                settle();
                return {stage, stage->dialog.get()};
            }};
}

void findThree(Stage &stage)
{
    stage.influxctl.make = [] {
        return influxctlConfig([] { return dedicatedSample(u"prod-eu"_qs); },
                               [] { return dedicatedSample(u"staging"_qs, u'2'); },
                               [] { return clusteredSample(u"own"_qs, u"influx.example"_qs); });
    };
}

void findFlags(Stage &stage)
{
    stage.store.authorities.insert(u"/etc/ssl/influx-ca.pem"_qs, "PEM");
    stage.influxctl.make = [] {
        Result<InfluxctlConfig, StorageError> config = influxctlConfig(
            [] {
                InfluxctlProfile profile = clusteredSample(u"own"_qs, u"influx.example"_qs);
                profile.tls = {true, true, u"/tls/c.pem"_qs, u"/tls/k.pem"_qs, u"/etc/ssl/influx-ca.pem"_qs};
                profile.signsIn = true;
                profile.unknownKeys = {u"colour"_qs};
                return profile;
            },
            [] {
                InfluxctlProfile profile = clusteredSample(u"lab"_qs, u"lab.example"_qs);
                profile.tls.authority = u"/etc/ssl/gone.pem"_qs;
                return profile;
            },
            [] {
                InfluxctlProfile profile = dedicatedSample(u"typo"_qs);
                profile.fault =
                    StorageError{StorageError::Kind::BadValue,
                                 {},
                                 14,
                                 16,
                                 u"account_id"_qs,
                                 u"expected a UUID such as 11111111-1111-4111-8111-111111111111"_qs};
                return profile;
            },
            [] { return clusteredSample(longName(), u"a.long.host.name.of.some.department.example"_qs); },
            [] { return clusteredSample(strangeName(), u"strange.example"_qs); });
        config->readableByOthers = true;
        return config;
    };
}

void findClusteredIds(Stage &stage)
{
    stage.influxctl.make = [] {
        const auto with = [](const QString &name, const QString &account) {
            InfluxctlProfile profile = clusteredSample(name, name + u".example"_qs);
            profile.accountId = account;
            profile.clusterId = u"33333333-3333-4333-8333-333333333333"_qs;
            return profile;
        };
        return influxctlConfig([&] { return with(u"own"_qs, u"11111111-1111-4111-8111-111111111111"_qs); },
                               [&] { return with(u"lab"_qs, u"none"_qs); });
    };
}

void knowOne(Stage &stage)
{
    findThree(stage);
    Profile known;
    known.slug = known.name = u"mine"_qs;
    known.address.accountId = u"11111111-1111-4111-8111-111111111111"_qs;
    known.address.clusterId = known.address.accountId;
    Profile named;
    named.slug = named.name = u"staging"_qs;
    named.address.accountId = u"44444444-4444-4444-8444-444444444444"_qs;
    stage.known = {known, named};
}

void breakFile(Stage &stage, const StorageError &error)
{
    stage.influxctl.make = [error]() -> Result<InfluxctlConfig, StorageError> {
        return unexpected(error);
    };
}

} // namespace

std::vector<Scene> importScenes()
{
    const QString file = u"/somewhere/influxctl/config.toml"_qs;
    const auto press = [](const QString &button) {
        return [button](Stage &stage) {
            stage.person.click(button);
        };
    };
    return {
        scene("three", findThree),
        scene("flags", findFlags),
        scene("already-here", knowOne),
        scene("none", [](Stage &) {}),
        scene("no-profiles",
              [](Stage &stage) {
                  stage.influxctl.make = [] {
                      return influxctlConfig();
                  };
              }),
        scene("broken",
              [file](Stage &stage) {
                  breakFile(stage, {StorageError::Kind::NotToml,
                                    file,
                                    7,
                                    12,
                                    {},
                                    u"Error while parsing key-value pair: expected '=', saw '\"'"_qs});
              }),
        scene("writable-by-others",
              [file](Stage &stage) {
                  breakFile(
                      stage,
                      {StorageError::Kind::WritableByOthers, file, 0, 0, {}, u"writable by group staff"_qs});
              }),
        scene("folder-writable-by-others",
              [](Stage &stage) {
                  breakFile(stage, {StorageError::Kind::WritableByOthers,
                                    u"/somewhere/influxctl"_qs,
                                    0,
                                    0,
                                    {},
                                    u"writable by group staff"_qs});
              }),
        scene("not-yours",
              [](Stage &stage) {
                  breakFile(stage, {StorageError::Kind::NotYours,
                                    u"/somewhere"_qs,
                                    0,
                                    0,
                                    {},
                                    u"belongs to root, writable by everyone"_qs});
              }),
        scene(
            "not-readable",
            [file](Stage &stage) {
                breakFile(stage, {StorageError::Kind::NotReadable, file, 0, 0, {}, u"Permission denied"_qs});
            }),
        scene("clustered-ids", findClusteredIds),
        scene("without-tokens", findThree,
              [](Stage &stage) { stage.person.tick(u"Copy management tokens into the keychain"_qs, false); }),
        scene(
            "importing",
            [](Stage &stage) {
                findThree(stage);
                stage.keychain.hold(Operation::Write);
            },
            press(u"Import 3 profiles"_qs)),
        scene(
            "not-waited-for",
            [](Stage &stage) {
                findThree(stage);
                stage.keychain.hold(Operation::Write);
            },
            [](Stage &stage) {
                stage.person.click(u"Import 3 profiles"_qs);
                settle();
                stage.person.click(u"Stop waiting"_qs);
            }),
        scene("done", findThree, press(u"Import 3 profiles"_qs)),
        scene(
            "keychain-failed",
            [](Stage &stage) {
                findThree(stage);
                stage.keychain.fail(Operation::Write, KeychainError::Kind::Dismissed);
            },
            press(u"Import 3 profiles"_qs)),
        scene(
            "other-token-kept",
            [](Stage &stage) {
                findThree(stage);
                stage.keychain.put(
                    stage.keychain.managementTokenItem(u"11111111-1111-4111-8111-111111111111"_qs,
                                                       u"console.influxdata.com"_qs),
                    "M.V1.FAKE-other");
            },
            press(u"Import 3 profiles"_qs)),
        scene(
            "not-saved",
            [file](Stage &stage) {
                findThree(stage);
                stage.store.failure = StorageError{
                    StorageError::Kind::NotWritable, u"/somewhere/profiles/prod-eu.toml"_qs, 0, 0, {},
                    u"No space left on device"_qs};
            },
            press(u"Import 3 profiles"_qs)),
    };
}

} // namespace tokenry::gallery
