// SPDX-License-Identifier: MIT
#include "journeys/profileimport.h"
#include "support/fakes/fakeinfluxctlprofiles.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/fakeprofilestore.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/fakes/influxctlsamples.h"

#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;
using Operation = FakeKeychain::Operation;
using Phase = ProfileImport::Phase;
using TokenOutcome = ProfileImport::TokenOutcome;

class ProfileImportTest : public QObject
{
    Q_OBJECT

    FakeInfluxctlProfiles m_influxctl;
    std::unique_ptr<FakeProfileStore> m_store;
    std::unique_ptr<FakeTrustedOrigins> m_trusted;
    std::unique_ptr<FakeKeychain> m_keychain;
    std::unique_ptr<ProfileImport> m_import;

    void look(std::vector<Profile> known = {})
    {
        m_import =
            std::make_unique<ProfileImport>(m_influxctl, *m_store, *m_trusted, *m_keychain, std::move(known));
        m_import->look();
    }
    const ImportCandidate &candidate(std::size_t index) const { return m_import->candidates()[index]; }
    void run(const std::vector<std::size_t> &chosen, bool tokens = true)
    {
        m_import->import(chosen, tokens);
        QTRY_VERIFY(m_import->state().phase == Phase::Done);
    }
    TokenOutcome tokenOf(std::size_t outcome) const { return m_import->state().outcomes[outcome].token; }
    bool trusts(const ClusterAddress &address) const
    {
        return m_trusted->contains(address.tokenAccount(), address.trustedOrigin());
    }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<FakeProfileStore>();
        m_trusted = std::make_unique<FakeTrustedOrigins>();
        m_keychain = std::make_unique<FakeKeychain>();
        m_influxctl.make = [] {
            return influxctlConfig([] { return dedicatedSample(u"prod-eu"_qs); },
                                   [] { return dedicatedSample(u"staging"_qs, u'2'); },
                                   [] { return clusteredSample(u"own"_qs, u"influx.example"_qs); });
        };
    }

    void saysWhenThereIsNothing()
    {
        m_influxctl.make = {};
        look();
        QVERIFY(m_import->state().phase == Phase::NotFound);
        QCOMPARE(m_import->state().file, m_influxctl.file);
        QVERIFY(!countImportable(m_influxctl));
    }

    void saysWhatIsWrongWithTheFile()
    {
        const StorageError error{StorageError::Kind::NotToml, m_influxctl.file, 7, 12, {},
                                 u"expected '='"_qs};
        m_influxctl.make = [&]() -> Result<InfluxctlConfig, StorageError> {
            return unexpected(error);
        };
        look();
        QVERIFY(m_import->state().phase == Phase::Unreadable);
        QCOMPARE(*m_import->state().problem, error);
        QCOMPARE(countImportable(m_influxctl), std::optional<std::size_t>(0));
        // Put right, and looked at again.
        m_influxctl.make = [] {
            return influxctlConfig([] { return dedicatedSample(u"prod"_qs); });
        };
        m_import->look();
        QVERIFY(m_import->state().phase == Phase::Choosing);
        QVERIFY(!m_import->state().problem);
    }

    void makesAddressesOfBothProducts()
    {
        look();
        QCOMPARE(countImportable(m_influxctl), std::optional<std::size_t>(3));
        const ClusterAddress &dedicated = candidate(0).profile.address;
        QCOMPARE(dedicated.managementUrl, ClusterAddress::defaultManagementUrl());
        QCOMPARE(dedicated.clusterUrl, QUrl(u"https://%1.a.influxdb.io"_qs.arg(dedicated.clusterId)));
        const ClusterAddress &clustered = candidate(2).profile.address;
        QVERIFY(clustered.product == Product::Clustered);
        QCOMPARE(clustered.managementUrl, QUrl(u"https://influx.example"_qs));
        QCOMPARE(clustered.clusterUrl, clustered.managementUrl);
        QVERIFY(clustered.accountId.isEmpty() && clustered.clusterId.isEmpty());
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(candidate(i).isProposed());
    }

    void aDatabaseTokenIsNoManagementToken()
    {
        m_influxctl.make = [] {
            return influxctlConfig([] {
                InfluxctlProfile profile = clusteredSample(u"own"_qs, u"influx.example"_qs);
                profile.managementToken = Secret::copyOf("apiv1_0000fake0000fake0000fake0000");
                return profile;
            });
        };
        look();
        QVERIFY(candidate(0).hadDatabaseToken);
        QVERIFY(candidate(0).isProposed() && !candidate(0).hasToken());
    }

    void idsOfAClusteredProfile_data()
    {
        const QString account = u"11111111-1111-4111-8111-111111111111"_qs;
        const QString cluster = u"00000000-0000-0000-0000-000000000000"_qs;
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<bool>("taken");
        QTest::addColumn<bool>("leftOut");
        QTest::newRow("none") << QString() << QString() << false << false;
        QTest::newRow("both") << account << cluster << true << false;
        QTest::newRow("one") << account << QString() << false << true;
        QTest::newRow("the other") << QString() << cluster << false << true;
        QTest::newRow("no ID") << account << u"own"_qs << false << true;
    }

    void idsOfAClusteredProfile()
    {
        QFETCH(QString, account);
        QFETCH(QString, cluster);
        QFETCH(bool, taken);
        m_influxctl.make = [&] {
            return influxctlConfig([&] {
                InfluxctlProfile profile = clusteredSample(u"own"_qs, u"influx.example"_qs);
                profile.accountId = account;
                profile.clusterId = cluster;
                return profile;
            });
        };
        look();
        QVERIFY(candidate(0).isProposed());
        QCOMPARE(candidate(0).profile.address.accountId, taken ? account : QString());
        QCOMPARE(candidate(0).profile.address.clusterId, taken ? cluster : QString());
        QTEST(candidate(0).leavesOutIds(), "leftOut");
    }

    void hosts_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QUrl>("url");
        QTest::newRow("plain") << u"influx.example"_qs << 443 << QUrl(u"https://influx.example"_qs);
        QTest::newRow("own port") << u"influx.example"_qs << 8443 << QUrl(u"https://influx.example:8443"_qs);
        QTest::newRow("port in the host")
            << u"influx.example:9000"_qs << 8443 << QUrl(u"https://influx.example:9000"_qs);
        QTest::newRow("scheme") << u"https://influx.example/"_qs << 443 << QUrl(u"https://influx.example"_qs);
        // tls.disable and http are not honoured.
        QTest::newRow("plain http") << u"http://influx.example"_qs << 443
                                    << QUrl(u"https://influx.example"_qs);
        QTest::newRow("path") << u"influx.example/x"_qs << 443 << QUrl();
        QTest::newRow("user") << u"me@influx.example"_qs << 443 << QUrl();
        QTest::newRow("blank inside") << u"influx example"_qs << 443 << QUrl();
    }

    void hosts()
    {
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(QUrl, url);
        m_influxctl.make = [&] {
            return influxctlConfig([&] {
                InfluxctlProfile profile = clusteredSample(u"own"_qs, host);
                profile.port = port;
                profile.tls.disable = profile.tls.insecure = true;
                return profile;
            });
        };
        look();
        QCOMPARE(candidate(0).isUsable(), !url.isEmpty());
        if (!url.isEmpty())
            QCOMPARE(candidate(0).profile.address.managementUrl, url);
    }

    void knowsWhoIsHereAlready()
    {
        Profile known;
        known.slug = known.name = u"mine"_qs;
        known.address.accountId = u"11111111-1111-4111-8111-111111111111"_qs;
        m_influxctl.make = [] {
            return influxctlConfig(
                [] { return dedicatedSample(u"prod-eu"_qs); },
                [] { return clusteredSample(u"own"_qs, u"influx.example"_qs); },
                [] { return clusteredSample(u"again"_qs, u"https://influx.example/"_qs); });
        };
        known.address.clusterId = u"11111111-1111-4111-8111-111111111111"_qs;
        look({known});
        QVERIFY(candidate(0).existing && candidate(0).existing->slug == u"mine"_qs);
        QVERIFY(!candidate(0).isProposed());
        QVERIFY(candidate(0).isImportable()); // for its token
        QCOMPARE(candidate(2).sameAs, u"own"_qs);
        QVERIFY(candidate(2).isImportable() && !candidate(2).isProposed());

        run({0});
        QVERIFY(m_store->profiles.empty());
        QCOMPARE(tokenOf(0), TokenOutcome::Stored);
        QVERIFY(m_import->saved().empty() && m_import->hasStoredTokens());
        // Its origin is the person's to allow, as for any profile that is there.
        QVERIFY(!trusts(known.address));
    }

    void givesFreeNames()
    {
        Profile known;
        known.slug = u"prod-eu"_qs;
        known.name = u"Prod-EU"_qs;
        known.address.accountId = u"44444444-4444-4444-8444-444444444444"_qs;
        m_influxctl.make = [] {
            return influxctlConfig([] { return dedicatedSample(u"prod-eu"_qs); },
                                   [] { return dedicatedSample(u"prod-eu"_qs, u'2'); });
        };
        m_store->broken = {{StorageError::Kind::NotToml, u"/p/prod-eu-3.toml"_qs, 1, 1, {}, {}}};
        look({known});
        QCOMPARE(candidate(0).profile.name, u"prod-eu (2)"_qs);
        QCOMPARE(candidate(1).profile.name, u"prod-eu (3)"_qs);
        QVERIFY(candidate(0).wasRenamed());
        QVERIFY(candidate(0).profile.slug != candidate(1).profile.slug);
        QVERIFY(candidate(0).profile.slug != known.slug);
        // The name of a file that cannot be read is taken, too.
        QCOMPARE(candidate(1).profile.slug, u"prod-eu-3-2"_qs);
    }

    void environmentByName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Environment>("environment");
        QTest::newRow("production") << u"PROD-eu"_qs << Environment::Production;
        QTest::newRow("staging") << u"eu-staging"_qs << Environment::Staging;
        QTest::newRow("development") << u"dev"_qs << Environment::Other;
        QTest::newRow("both") << u"prod-test"_qs << Environment::Production;
        QTest::newRow("numbered") << u"eu-dev-1"_qs << Environment::Other;
        QTest::newRow("a number at the word") << u"test2"_qs << Environment::Other;
        QTest::newRow("capitals") << u"EU_Stage"_qs << Environment::Staging;
        for (const QString &word : {u"latest"_qs, u"eu-devices"_qs, u"device-fleet"_qs, u"localities"_qs,
                                    u"demographics"_qs, u"attestation"_qs, u"stagnation"_qs})
            QTest::newRow(qPrintable(word)) << word << Environment::Production;
        QTest::newRow("nothing said") << u"default"_qs << Environment::Production;
    }

    void environmentByName()
    {
        QFETCH(QString, name);
        QTEST(environmentFor(name), "environment");
    }

    void importsTwoOfThreeWithTokens()
    {
        look();
        run({0, 2});
        QCOMPARE(m_store->profiles.size(), std::size_t(2));
        QCOMPARE(m_import->saved().size(), std::size_t(2));
        QCOMPARE(tokenOf(0), TokenOutcome::Stored);
        QVERIFY(m_keychain->holds(m_import->tokenItem(candidate(0)), "M.V1.FAKE-of-prod-eu"));
        QVERIFY(m_import->tokenItem(candidate(0)).service.contains(u"11111111-1111-4111-8111-111111111111"));
        QVERIFY(trusts(candidate(0).profile.address));
        // Without a token there is no leave to send one.
        QCOMPARE(tokenOf(1), TokenOutcome::None);
        QVERIFY(!trusts(candidate(2).profile.address));
        QVERIFY(m_import->tokenItem(candidate(2)).service.contains(u"clustered@influx.example"));
        QCOMPARE(m_keychain->itemCount(), 1);
    }

    void leavesTokensThereWhenNotAsked()
    {
        look();
        run({0, 1}, false);
        QCOMPARE(m_store->profiles.size(), std::size_t(2));
        QCOMPARE(tokenOf(0), TokenOutcome::LeftThere);
        QCOMPARE(m_keychain->itemCount(), 0);
        QVERIFY(!trusts(candidate(0).profile.address));
    }

    void neverWritesOverAToken_data()
    {
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<TokenOutcome>("outcome");
        QTest::newRow("the same") << QByteArray("M.V1.FAKE-of-prod-eu") << TokenOutcome::Same;
        QTest::newRow("with a line end") << QByteArray("M.V1.FAKE-of-prod-eu\n") << TokenOutcome::Same;
        QTest::newRow("another") << QByteArray("M.V1.FAKE-other") << TokenOutcome::OtherKept;
    }

    void neverWritesOverAToken()
    {
        QFETCH(QByteArray, there);
        QFETCH(TokenOutcome, outcome);
        look();
        const KeychainItem item = m_import->tokenItem(candidate(0));
        m_keychain->put(item, there);
        run({0});
        QCOMPARE(tokenOf(0), outcome);
        QVERIFY(m_keychain->holds(item, there));
        QCOMPARE(m_keychain->calls(Operation::Write), 0);
        QCOMPARE(m_store->profiles.size(), std::size_t(1));
        QCOMPARE(trusts(candidate(0).profile.address), outcome == TokenOutcome::Same);
    }

    void aTokenNotStoredDoesNotCostItsProfile()
    {
        m_keychain->fail(Operation::Write, KeychainError::Kind::Dismissed);
        look();
        run({0, 2});
        QCOMPARE(m_store->profiles.size(), std::size_t(2));
        QCOMPARE(tokenOf(0), TokenOutcome::Failed);
        QVERIFY(m_import->state().outcomes[0].tokenProblem->kind == KeychainError::Kind::Dismissed);
        QVERIFY(!m_import->state().outcomes[0].problem);
        QVERIFY(!trusts(candidate(0).profile.address));
    }

    void aLockedKeyringIsUnlockedAfterwards_data()
    {
        QTest::addColumn<KeychainError::Kind>("kind");
        QTest::newRow("locked") << KeychainError::Kind::Locked;
        QTest::newRow("dismissed") << KeychainError::Kind::Dismissed;
        QTest::newRow("none yet") << KeychainError::Kind::NoCollection;
    }

    void aLockedKeyringIsUnlockedAfterwards()
    {
        QFETCH(KeychainError::Kind, kind);
        m_keychain->fail(Operation::Write, kind);
        look();
        run({0, 1, 2});
        QVERIFY(m_import->lockedOut() && m_import->lockedOut()->kind == kind);

        m_keychain->fail(Operation::Unlock, KeychainError::Kind::Dismissed);
        m_import->unlockAndRetry();
        QVERIFY(m_import->state().phase == Phase::Importing);
        QTRY_VERIFY(m_import->state().phase == Phase::Done);
        QVERIFY(m_import->lockedOut()->kind == KeychainError::Kind::Dismissed);

        // Nobody waits: what was made before is still told.
        m_keychain->succeed(Operation::Unlock);
        m_keychain->hold(Operation::Unlock);
        m_import->unlockAndRetry();
        m_import->stopWaiting();
        m_keychain->release(Operation::Unlock);
        QCOMPARE(m_import->saved().size(), std::size_t(3));
        QVERIFY(m_import->lockedOut());

        m_keychain->fail(Operation::Write, kind);
        m_import->unlockAndRetry();
        QTRY_VERIFY(m_import->state().phase == Phase::Done);
        QCOMPARE(m_import->state().outcomes.size(), std::size_t(3));
        for (const std::size_t index : {std::size_t(0), std::size_t(1)}) {
            QCOMPARE(tokenOf(index), TokenOutcome::Stored);
            QVERIFY(trusts(candidate(index).profile.address));
        }
        QVERIFY(!m_import->lockedOut() && m_import->hasStoredTokens());
        QCOMPARE(m_store->profiles.size(), std::size_t(3));
    }

    void otherFailuresAreNotAboutLocking()
    {
        m_keychain->fail(Operation::Write, KeychainError::Kind::Failed);
        look();
        run({0});
        QVERIFY(!m_import->lockedOut());
    }

    void aProfileNotSavedIsTold()
    {
        m_store->failure = StorageError{StorageError::Kind::NotWritable, u"/p"_qs, 0, 0, {}, u"full"_qs};
        look();
        run({0, 1});
        QCOMPARE(m_import->state().outcomes.size(), std::size_t(2));
        for (const auto &outcome : m_import->state().outcomes)
            QVERIFY(outcome.problem);
        QVERIFY(m_import->saved().empty());
    }

    // Whoever does not wait for the keychain gets the profiles all the same.
    void stopsWaitingForTheKeychain()
    {
        m_keychain->hold(Operation::Write);
        look();
        m_import->import({0, 1, 2}, true);
        QTRY_COMPARE(m_keychain->calls(Operation::Write), 1);
        m_import->stopWaiting();
        QVERIFY(m_import->state().phase == Phase::Done);
        QCOMPARE(m_store->profiles.size(), std::size_t(3));
        QCOMPARE(m_import->saved().size(), std::size_t(3));
        QCOMPARE(tokenOf(0), TokenOutcome::Abandoned);
        QCOMPARE(tokenOf(1), TokenOutcome::LeftThere);
        QCOMPARE(tokenOf(2), TokenOutcome::None);
        // A token that may be in the keychain is not one that was seen there.
        QVERIFY(!trusts(candidate(0).profile.address));
        QVERIFY(!m_import->hasStoredTokens());
        m_keychain->release(Operation::Write);
        QTest::qWait(20);
        QCOMPARE(m_import->state().outcomes.size(), std::size_t(3));
        QCOMPARE(m_keychain->calls(Operation::Write), 1);
    }

    void canBeStoppedByWhoeverListens()
    {
        look();
        connect(m_import.get(), &ProfileImport::stateChanged, m_import.get(), [this] {
            if (m_import->state().outcomes.size() == 1)
                m_import->stopWaiting();
        });
        run({0, 1, 2});
        QCOMPARE(m_store->profiles.size(), std::size_t(3));
        QCOMPARE(m_import->state().outcomes.size(), std::size_t(3));
        QCOMPARE(tokenOf(0), TokenOutcome::Stored);
        QCOMPARE(m_keychain->calls(Operation::Write), 1);
    }

    void canBeAbandoned()
    {
        m_keychain->hold(Operation::Write);
        look();
        m_import->import({0, 1}, true);
        QTRY_COMPARE(m_keychain->calls(Operation::Write), 1);
        m_import->abandon();
        QVERIFY(m_import->state().phase == Phase::Done);
        m_keychain->release(Operation::Write);
        QTest::qWait(20);
        QVERIFY(m_store->profiles.empty());
        QVERIFY(m_import->state().outcomes.empty());
    }

    void takesTheAuthorityAlong()
    {
        m_influxctl.make = [] {
            return influxctlConfig(
                [] {
                    InfluxctlProfile profile = dedicatedSample(u"prod"_qs);
                    profile.tls.authority = u"/there.pem"_qs;
                    return profile;
                },
                [] {
                    InfluxctlProfile profile = dedicatedSample(u"staging"_qs, u'2');
                    profile.tls.authority = u"/gone.pem"_qs;
                    return profile;
                });
        };
        m_store->authorities.insert(u"/there.pem"_qs, "PEM");
        look();
        QCOMPARE(candidate(0).profile.address.authority.pem, QByteArray("PEM"));
        QVERIFY(candidate(1).profile.address.authority.isMissing());
        run({0, 1});
        QVERIFY(m_trusted->contains(candidate(0).profile.address.accountId,
                                    candidate(0).profile.address.trustedOrigin()));
        // Who vouches is not known, so nobody is allowed yet.
        QVERIFY(!trusts(candidate(1).profile.address));
        QCOMPARE(tokenOf(1), TokenOutcome::Stored);
    }

    void whatCannotBeUsedIsNotImported()
    {
        m_influxctl.make = [] {
            return influxctlConfig([] {
                InfluxctlProfile profile = dedicatedSample(u"prod"_qs);
                profile.fault = StorageError{StorageError::Kind::MissingKey, {}, 1, 1, u"cluster_id"_qs, {}};
                return profile;
            });
        };
        look();
        QVERIFY(!candidate(0).isImportable());
        run({0, 5});
        QVERIFY(m_import->state().outcomes.empty() && m_store->profiles.empty());
        QCOMPARE(m_keychain->itemCount(), 0);
    }
};

QTEST_GUILESS_MAIN(ProfileImportTest)
#include "tst_profileimport.moc"
